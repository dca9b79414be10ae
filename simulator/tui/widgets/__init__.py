"""Parts of screens: each shows a state and reports facts, and decides nothing."""
