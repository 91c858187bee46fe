"""Sentences to standing relations."""

from communique.ties.find import find_ties

__all__ = ["find_ties"]
