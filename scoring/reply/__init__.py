"""The grade of one reply."""
