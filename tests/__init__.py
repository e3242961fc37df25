"""Facts about the project, as tests."""
