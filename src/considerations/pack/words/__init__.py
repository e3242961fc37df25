"""Hold the words that the app itself prints, one file for each place where they are read, in the order of reading."""
