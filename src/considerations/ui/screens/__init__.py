"""A file for each page of the app; `stop` takes the place of any of them."""
