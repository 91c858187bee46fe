"""Sentence to events."""

from communique.events.coding import EventCoder
from communique.events.identity import assign_event_ids

__all__ = ["EventCoder", "assign_event_ids"]
