"""The screens of the app, each with its stylesheet in ``styles``."""
