"""Bytes in any wrapping to articles."""

from communique.reading.copies import Copies
from communique.reading.furniture import furniture_spans
from communique.reading.options import Limits, ReadOptions
from communique.reading.outlets import Outlet, Register, outlets
from communique.reading.page import Page, page_text
from communique.reading.read import read

__all__ = [
    "Copies",
    "Limits",
    "Outlet",
    "Page",
    "ReadOptions",
    "Register",
    "furniture_spans",
    "outlets",
    "page_text",
    "read",
]
