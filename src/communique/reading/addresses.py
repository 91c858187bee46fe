"""Addresses of pages, brought to one form."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["canonical_url", "is_url", "place_key"]

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|cmpid|ocid|ito|cmp|ncid"
    r"|smid|sref|partner|ref_src|ref_url|at_medium|at_campaign|xtor|wt\.mc_id|guccounter|gaa_\w+)$",
    re.I,
)
_PORTS = {"http": 80, "https": 443}


def is_url(source: str) -> bool:
    """Whether a source is an http(s) address."""
    return source.lower().startswith(("http://", "https://"))


def canonical_url(url: str) -> str:
    """An address without fragment, usual port and tracking parameters, its host in small letters.

    What is no address comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = parts.hostname
    if not parts.scheme or not host:
        return url.strip()
    scheme = parts.scheme.lower()
    netloc = f"[{host}]" if ":" in host else host
    if port and port != _PORTS.get(scheme):
        netloc = f"{netloc}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if not _TRACKING.match(k)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((scheme, netloc, parts.path or "/", query, ""))


def place_key(url: str) -> str:
    """An address as it goes into an id: the same for http and https, with and without www."""
    return re.sub(r"^https?://(?:www\.)?", "", canonical_url(url))
