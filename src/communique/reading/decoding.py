"""Bytes to text: which encoding it is, and when it is none."""

from __future__ import annotations

import codecs
import re

from communique.errors import ReadingError

__all__ = ["declared_charset", "decode", "is_binary", "utf16_kind"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"OggS",
    b"ID3",
    b"\x28\xb5\x2f\xfd",
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_SAMPLE = 65536
_MOST_REPLACED = 0.1
_MOST_HIGH = 0.3
_AS_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})


def utf16_kind(head: bytes) -> str | None:
    """The codec of UTF-16 or UTF-32 text, by its byte order mark or by its zero bytes."""
    for mark, name in _BOMS[1:]:
        if head.startswith(mark):
            return name
    sample = head[:4096]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2], sample[1::2]
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.6 and zeros_even < 0.05:
        return "utf-16-le"
    if zeros_even > 0.6 and zeros_odd < 0.05:
        return "utf-16-be"
    return None


def is_binary(head: bytes) -> bool:
    """Whether the first bytes are those of no text: a known signature, or many control bytes."""
    if any(head.startswith(magic) for magic in _MAGIC):
        return True
    if utf16_kind(head):
        return False
    sample = head[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) > max(2, len(sample) // 100)


def declared_charset(head: bytes) -> str | None:
    """The Python codec that a page or an XML file declares for itself, if there is such a codec."""
    match = _XML_ENCODING.search(head[:512]) or _CHARSET.search(head[:8192])
    return _codec(match.group(1).decode("ascii", "replace")) if match else None


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    if not getattr(found, "_is_text_encoding", True):
        return None
    return "cp1252" if found.name in _AS_WINDOWS else found.name


def decode(data: bytes, *, declared: str | None = None, where: str | None = None) -> str:
    """Bytes as text, in the encoding they are in; stray bytes become U+FFFD.

    A byte order mark decides, else evident UTF-16, else UTF-8, else the declared charset, else
    UTF-8 with damage where most of its multi-byte characters are whole, else Windows-1252.
    Raises `ReadingError` with reason 'not_text' for binary data and 'encoding' where more than a
    tenth would be rubbish.
    """
    wide = utf16_kind(data[:4096])
    if wide:
        text = data.decode(wide, "replace").removeprefix("\ufeff")
        return _checked(text, where)
    if is_binary(data):
        raise ReadingError(reason="not_text", what="binary data, no text", where=where)
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    codec = _codec(declared)
    if codec and codec != "utf-8":
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, ValueError):
            return _checked(data.decode(codec, "replace"), where)
    return _damaged(data, where)


def _damaged(data: bytes, where: str | None) -> str:
    as_utf8 = data.decode("utf-8", "replace")
    bad = as_utf8.count("\ufffd")
    good = sum(1 for c in as_utf8 if c > "\x7f" and c != "\ufffd")
    if good >= bad:
        return _checked(as_utf8, where)
    if len(_HIGH.findall(data)) > _MOST_HIGH * len(data):
        raise ReadingError(
            reason="encoding",
            what="neither UTF-8 nor Windows-1252: most of it would be rubbish",
            where=where,
            do="Convert it to UTF-8.",
        )
    return _checked(data.decode("cp1252", "replace"), where)


def _checked(text: str, where: str | None) -> str:
    bad = text.count("\ufffd")
    if bad > 2 and bad > _MOST_REPLACED * len(text):
        raise ReadingError(
            reason="encoding",
            what=f"{bad} of {len(text)} characters cannot be decoded",
            where=where,
            do="Convert it to UTF-8.",
        )
    return text
