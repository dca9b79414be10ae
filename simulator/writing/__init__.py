"""Tools for people who write scenarios: what a draft does, what it exercises, what is wrong with it."""
