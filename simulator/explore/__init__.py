"""Walking through every branch of a scenario with the real engine and replies that are made up."""
