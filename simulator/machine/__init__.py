"""The machine that the program runs on: files, folders, streams, cores, clock, width of a line."""
