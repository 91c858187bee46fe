"""Addresses are fetched within bounds, and only from the open internet."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from communique.errors import ReadingError
from communique.reading import Limits, ReadOptions, read
from communique.reading.fetching import fetch
from communique.reading.guarded import is_public
from communique.records import Article, Skipped

HERE = ReadOptions(allow_private=True)


def reason(url: str, options: ReadOptions = HERE, **more: object) -> str:
    with pytest.raises(ReadingError) as caught:
        fetch(url, options, **more)  # type: ignore[arg-type]
    assert caught.value.where == url
    return caught.value.reason


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "no address",
    ],
)
def test_not_public(address: str) -> None:
    """Private, loopback, link-local, shared, reserved and multicast addresses are not public."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14"])
def test_public(address: str) -> None:
    """Addresses of the open internet are public, also where IPv6 carries IPv4."""
    assert is_public(address)


def test_page(site, page: Callable[..., str]) -> None:  # type: ignore[no-untyped-def]
    """A fetched page becomes an article with its address, its hash and when it was fetched."""
    url = site.put("/2024/06/25/talks?utm_source=x", page())
    found = next(iter(read([url], HERE)))
    assert isinstance(found, Article)
    assert found.url == url and found.source_id is None
    assert found.retrieved is not None and found.retrieved.endswith("Z")
    assert found.page_hash is not None
    assert (found.published, found.published_from) == ("2024-06-25", "url")


def test_undated_page(site, page: Callable[..., str]) -> None:  # type: ignore[no-untyped-def]
    """A page without any date is dated by its fetching, and says so."""
    found = next(iter(read([site.put("/talks", page())], HERE)))
    assert isinstance(found, Article)
    assert (found.published, found.published_from) == (found.retrieved, "fetched")


def test_refused_at_home(site, page: Callable[..., str]) -> None:  # type: ignore[no-untyped-def]
    """Without leave, an address of this machine is refused before anything is sent."""
    url = site.put("/talks", page())
    found = list(read([url, url.replace("127.0.0.1", "localhost")]))
    assert [f.reason for f in found if isinstance(f, Skipped)] == ["forbidden", "forbidden"]
    assert site.asked == []


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"]
)
def test_other_spellings(host: str) -> None:
    """Other spellings of this machine's address are refused as well."""
    assert reason(f"http://{host}:9/", ReadOptions()) in {"forbidden", "unreachable"}


def test_the_checked_address_is_the_one_connected_to(site) -> None:  # type: ignore[no-untyped-def]
    """A name is resolved once; what it would say a second time cannot matter."""
    url = site.put("/talks", "x").replace("127.0.0.1", "news.example")
    answers = [["127.0.0.1"], ["203.0.113.9"]]
    assert fetch(url, HERE, resolve=lambda host, port: answers.pop(0)).data == b"x"
    assert len(answers) == 1
    answers = [["8.8.8.8", "127.0.0.1"]]
    assert reason(url, ReadOptions(), resolve=lambda host, port: answers.pop(0)) == "forbidden"


def test_redirects(site) -> None:  # type: ignore[no-untyped-def]
    """Redirects are followed, relative ones too, and the last address counts."""
    site.put("/c", "end")
    site.redirect("/b", "c")
    url = site.redirect("/a", f"{site.url}/b")
    assert fetch(url, HERE).url == f"{site.url}/c"


def test_every_hop_is_checked(site) -> None:  # type: ignore[no-untyped-def]
    """A redirect to a private address is refused, whoever gives it."""
    url = site.redirect("/a", "http://inside.example/secret")

    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "127.0.0.1" else ["10.0.0.1"]

    asked: list[str] = []

    class Watch:
        def __call__(self, host: str, port: int) -> list[str]:
            asked.append(host)
            return resolve(host, port)

    options = ReadOptions(allow_private=True, limits=Limits(connect_seconds=0.3, fetch_seconds=1))
    assert reason(url, options, resolve=Watch()) == "unreachable"
    assert asked == ["127.0.0.1", "inside.example"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.test/x", "gopher://a.test/"])
def test_other_schemes(site, target: str) -> None:  # type: ignore[no-untyped-def]
    """A redirect may lead to http(s) only."""
    assert reason(site.redirect("/a", target)) == "forbidden"


def test_endless_redirects(site) -> None:  # type: ignore[no-untyped-def]
    """A circle of redirects ends."""
    assert reason(site.redirect("/a", "/a")) == "unreachable"
    assert len(site.asked) == ReadOptions().limits.redirects + 1


@pytest.mark.parametrize(
    ("status", "expected"), [(404, "unreachable"), (500, "unreachable"), (403, "forbidden")]
)
def test_refusals(site, status: int, expected: str) -> None:  # type: ignore[no-untyped-def]
    """What the server answers decides between unreachable and forbidden."""
    assert reason(site.put("/a", "x", status=status)) == expected


def test_nobody_there() -> None:
    """A closed port and an unknown name are unreachable."""
    assert reason("http://127.0.0.1:9/") == "unreachable"
    assert reason("http://nowhere.invalid/") == "unreachable"
    assert reason("http://[broken/") == "unreachable"


def test_too_large(site) -> None:  # type: ignore[no-untyped-def]
    """A page beyond the bound is refused, also where only its gzip is small."""
    options = ReadOptions(allow_private=True, limits=Limits(page=100_000))
    assert reason(site.put("/a", "x" * 100_001), options) == "too_large"
    bomb = gzip.compress(bytes(50_000_000))
    url = site.put("/b", bomb, Content_Encoding="gzip")
    assert reason(url, options) == "too_large"


def test_gzip(site) -> None:  # type: ignore[no-untyped-def]
    """A body in gzip is unpacked."""
    url = site.put("/a", gzip.compress(b"words"), Content_Encoding="gzip")
    assert fetch(url, HERE).data == b"words"


def test_dripping_servers(site) -> None:  # type: ignore[no-untyped-def]
    """A server that sends a byte now and then, in head or body, does not hold the reader up."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/body":
            handler.send_response(200)
            handler.end_headers()
        for _ in range(60):
            handler.wfile.write(b"H")
            handler.wfile.flush()
            time.sleep(0.1)

    options = ReadOptions(allow_private=True, limits=Limits(fetch_seconds=0.7))
    for path in ("/head", "/body"):
        site.answers[path] = drip
        assert reason(site.url + path, options) == "unreachable"


def test_rows_from_an_address(site) -> None:  # type: ignore[no-untyped-def]
    """An address may hold JSON Lines or plain text as well."""
    text = "The army left the town on Monday, and the people came back."
    url = site.put("/rows.jsonl", f'{{"text": "{text}", "id": "1"}}\n', "application/json")
    found = list(read([url, site.put("/a.txt", text, "text/plain")], HERE))
    assert [(f.text, f.source_id) for f in found if isinstance(f, Article)] == [
        (text, "1"),
        (text, None),
    ]


def test_binary(site) -> None:  # type: ignore[no-untyped-def]
    """A picture is no text."""
    found = list(read([site.put("/a.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "image/png")], HERE))
    assert [f.reason for f in found if isinstance(f, Skipped)] == ["not_text"]
