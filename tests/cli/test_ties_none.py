"""`ties --between` where nothing is stated: what was read is said, and since when."""

from __future__ import annotations


def test_none_between_two(run, filled) -> None:
    """Where no tie is stated it is said of whom, in how many articles, and of which days."""
    ran = run("ties", "--store", filled, "--between", "PRK", "CHN")
    assert ran.status == 0, ran.err
    told = " ".join(ran.out.split())
    assert "No tie between PRK and CHN is stated in the 1 article that was read" in told
    assert "published from 2024-03-06 to 2024-03-06" in told
    assert "Ties that no article states are not known here." in told
    assert told.endswith("0 ties")


def test_none_of_a_kind(run, filled) -> None:
    """Where other conditions find none, no parties are named."""
    ran = run("ties", "--store", filled, "--text", "elephant")
    assert "No tie of that kind is stated in the 1 article" in " ".join(ran.out.split())


def test_some(run, filled) -> None:
    """Where some are stated nothing of this is said."""
    ran = run("ties", "--store", filled)
    told = " ".join(ran.out.split())
    assert told.endswith("2 ties")
    assert "No tie" not in told


def test_none_as_lines(run, filled) -> None:
    """As JSON Lines nothing is written: what stands there are records only."""
    ran = run("ties", "--store", filled, "--between", "PRK", "CHN", "--format", "jsonl")
    assert (ran.status, ran.data) == (0, b"")
