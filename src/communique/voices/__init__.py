"""Sentences to voices: who says so, and in what tone."""

from communique.voices.attach import Voices
from communique.voices.attribute import attribute

__all__ = ["Voices", "attribute"]
