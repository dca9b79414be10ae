"""Figures and names in a text: times, days, dates, durations, sums, numbers, people."""
