"""Sentence to events."""

from communique.events.coding import EventCoder, published_day
from communique.events.identity import assign_event_ids

__all__ = ["EventCoder", "assign_event_ids", "published_day"]
