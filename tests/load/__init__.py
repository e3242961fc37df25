"""How many visitors a server carries, side by side with a bare page: figures for the README, never asserted in tests."""
