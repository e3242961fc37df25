"""The product's own words, in a file for each place where they are read: a translation would be another set of such files."""
