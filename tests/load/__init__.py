"""How many visitors a server carries, side by side with a bare page: figures for tests/README.md, never asserted in tests."""
