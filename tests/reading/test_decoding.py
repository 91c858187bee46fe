"""Encodings are told apart, and rubbish is refused."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReadingError
from communique.reading.decoding import declared_charset, decode

TEXT = "Der Präsident sagte – “nein” – und ging. " * 3


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(codec: str) -> None:
    """UTF-8, UTF-16 with and without a mark, UTF-32 and Windows-1252 give the same text."""
    assert decode(TEXT.encode(codec)) == TEXT


def test_declared() -> None:
    """A page's own charset is used where it is not UTF-8."""
    page = '<html><meta charset="windows-1251"><p>Президент'.encode("cp1251")
    assert declared_charset(page) == "cp1251"
    assert "Президент" in decode(page, declared=declared_charset(page))


def test_wrongly_declared() -> None:
    """UTF-8 that is declared as something else, or as no codec at all, is read as UTF-8."""
    data = TEXT.encode()
    assert decode(data, declared="iso-8859-1") == TEXT
    assert decode(data, declared="x-unknown") == TEXT
    assert declared_charset(b"<meta charset=base64>") is None


def test_damaged_utf8() -> None:
    """A stray byte in UTF-8 is replaced and the rest kept."""
    data = TEXT.encode().replace(b"ging", b"gi\xffng", 1)
    assert decode(data) == TEXT.replace("ging", "gi�ng", 1)


def test_rubbish() -> None:
    """Bytes that are mostly no text in any encoding are refused as such."""
    with pytest.raises(ReadingError) as caught:
        decode(bytes(range(0xC0, 0x100)) * 50)
    assert caught.value.reason == "encoding"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", os.urandom(4096)])
def test_binary(data: bytes) -> None:
    """Binary data is no text."""
    with pytest.raises(ReadingError) as caught:
        decode(data)
    assert caught.value.reason in {"not_text", "encoding"}


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_any_utf8(text: str) -> None:
    """Every text survives UTF-8, to the character."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a text or a reason, never another error."""
    try:
        assert isinstance(decode(data), str)
    except ReadingError as error:
        assert error.reason in {"not_text", "encoding"}
