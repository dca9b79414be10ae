"""Certificates of a finished programme: what they say, how they are signed, what bears them out."""
