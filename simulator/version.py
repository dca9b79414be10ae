"""The version of the program; the wheel's metadata takes it from here."""

VERSION = "0.1.0"
