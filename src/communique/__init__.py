"""communique reads news and writes down who did what to whom, when, and according to whom."""

__version__ = "0.1.0"
