"""The rubrics and their messages: the files, and the values that they are read into."""
