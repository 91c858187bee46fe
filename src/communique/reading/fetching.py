"""Pages from the network, within bounds of place, time and size."""

from __future__ import annotations

import datetime as dt
import re
import time
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from communique.errors import ReadingError
from communique.reading.addresses import is_url
from communique.reading.guarded import GuardedTransport, Resolve, system_resolve
from communique.reading.options import ReadOptions

__all__ = ["Fetched", "fetch"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FORBIDDEN = frozenset({401, 402, 403, 407, 429, 451})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at an address. `url` is the last one after redirects, `retrieved` UTC."""

    url: str
    data: bytes
    charset: str | None
    retrieved: str


def fetch(url: str, options: ReadOptions, resolve: Resolve = system_resolve) -> Fetched:
    """The bytes at an http(s) address, redirects followed, every host on the way checked.

    Raises `ReadingError`: 'forbidden' for an address that is not public or a refusal of the
    server, 'unreachable' where nothing answers in time or the page is not there, 'too_large'
    beyond `options.limits.page`.
    """
    ends = time.monotonic() + options.limits.fetch_seconds
    transport = GuardedTransport(allow_private=options.allow_private, ends=ends, resolve=resolve)
    with httpx.Client(
        transport=transport,
        timeout=httpx.Timeout(options.limits.connect_seconds),
        headers={"user-agent": options.user_agent, "accept": _ACCEPT, "accept-encoding": "gzip"},
        follow_redirects=False,
        trust_env=False,
    ) as client:
        return _follow(client, url, options)


def _follow(client: httpx.Client, url: str, options: ReadOptions) -> Fetched:
    address = url
    for _ in range(options.limits.redirects + 1):
        try:
            with client.stream("GET", address) as response:
                if response.status_code not in _REDIRECTS or "location" not in response.headers:
                    return _body(response, address, options)
                address = urljoin(address, response.headers["location"])
        except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict) as error:
            what = str(error) or type(error).__name__
            raise ReadingError(reason="unreachable", what=what, where=url) from error
        except ReadingError as error:
            raise ReadingError(
                reason=error.reason, what=error.what, where=url, do=error.do
            ) from error
        except (ValueError, UnicodeError) as error:
            raise ReadingError(reason="unreachable", what=str(error), where=url) from error
        if not is_url(address):
            raise ReadingError(reason="forbidden", what=f"it leads to {address[:200]}", where=url)
    raise ReadingError(
        reason="unreachable", what=f"more than {options.limits.redirects} redirects", where=url
    )


def _body(response: httpx.Response, url: str, options: ReadOptions) -> Fetched:
    status = response.status_code
    if status != 200:
        reason = "forbidden" if status in _FORBIDDEN else "unreachable"
        raise ReadingError(reason=reason, what=f"the server answered {status}", where=url)
    data = bytearray()
    limit = options.limits.page
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise ReadingError(reason="failed", what=f"content encoding {encoding}", where=url)
    inflate = zlib.decompressobj(31) if "gzip" in encoding else None
    for chunk in response.iter_raw():
        try:
            data += inflate.decompress(chunk, limit + 1 - len(data)) if inflate else chunk
        except zlib.error as error:
            raise ReadingError(reason="malformed", what=f"gzip: {error}", where=url) from error
        if len(data) > limit:
            raise ReadingError(reason="too_large", what=f"more than {limit} bytes", where=url)
    charset = _CHARSET.search(response.headers.get("content-type", ""))
    return Fetched(
        url=url,
        data=bytes(data),
        charset=charset.group(1) if charset else None,
        retrieved=dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
