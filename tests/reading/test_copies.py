"""Copies of one text in several outlets are found; other texts on the same matter are not."""

from __future__ import annotations

import random

from communique.reading.copies import Copies, likeness, shingles
from communique.records import Article, make_id

WORDS = [f"w{n}" for n in range(4000)]


def story(seed: int, sentences: int = 24) -> list[str]:
    source = random.Random(seed)
    return [" ".join(source.choices(WORDS, k=18)).capitalize() + "." for _ in range(sentences)]


def article(text: str, name: str = "a", day: str | None = None, url: str | None = None) -> Article:
    return Article(id=make_id(name, text), text=text, published=day, url=url)


def test_exact_copy() -> None:
    """The same words in another outlet, other case and spacing aside, are a copy."""
    copies, text = Copies(), " ".join(story(1))
    assert copies.add(article(text, "a")) is None
    assert copies.add(article(text.upper().replace(" ", "  "), "b")) == make_id("a", text)


def test_short_exact_copy() -> None:
    """Even a short text is found again."""
    copies = Copies()
    first = article("Army takes town.", "a")
    copies.add(first)
    assert copies.add(article("Army takes town", "b")) == first.id


def test_abridged_copy() -> None:
    """A copy that keeps the first third is found, in either order."""
    long, short = article(" ".join(story(2)), "a"), article(" ".join(story(2)[:8]), "b")
    for first, second in ((long, short), (short, long)):
        copies = Copies()
        copies.add(first)
        assert copies.add(second) == first.id


def test_revised_copy() -> None:
    """A copy with a new lead and a sentence changed here and there is found."""
    sentences = story(3)
    revised = [*story(99, 2), *sentences[2:]]
    for n in range(4, len(revised), 5):
        revised[n] = revised[n].replace(" ", " indeed ", 1)
    copies, first = Copies(), article(" ".join(sentences), "a")
    copies.add(first)
    assert copies.add(article(" ".join(revised), "b")) == first.id


def test_recall_of_lightly_changed_copies() -> None:
    """Of two hundred copies with one word in twenty changed, all but a few are found."""
    copies, found = Copies(), 0
    source = random.Random(5)
    for seed in range(200):
        words = " ".join(story(seed, 12)).split()
        copies.add(article(" ".join(words), f"a{seed}"))
        changed = [source.choice(WORDS) if source.random() < 0.05 else w for w in words]
        found += copies.add(article(" ".join(changed), f"b{seed}")) == make_id(
            f"a{seed}", " ".join(words)
        )
    assert found >= 196


def test_shared_background() -> None:
    """Two reports that share a third of their text as background are two."""
    copies = Copies()
    copies.add(article(" ".join(story(6)), "a"))
    assert copies.add(article(" ".join([*story(7)[:16], *story(6)[16:]]), "b")) is None


def test_far_apart() -> None:
    """The same words a month later are no copy of a wire report."""
    copies, text = Copies(), " ".join(story(8))
    copies.add(article(text, "a", "2024-01-01"))
    assert copies.add(article(text, "b", "2024-02-01")) is None


def test_same_address() -> None:
    """A revision at the same address is no copy."""
    copies, sentences = Copies(), story(9)
    copies.add(article(" ".join(sentences), "a", url="https://a.test/x"))
    again = article(" ".join(sentences[1:]), "a", url="http://www.a.test/x#top")
    assert copies.add(again) is None


def test_chains_lead_to_the_first() -> None:
    """A copy of a copy points at the first text."""
    copies, sentences = Copies(), story(10)
    first = article(" ".join(sentences), "a", "2024-01-01")
    copies.add(first)
    assert copies.add(article(" ".join(sentences[:14]), "b", "2024-01-02")) == first.id
    assert copies.add(article(" ".join(sentences[:10]), "c", "2024-01-03")) == first.id


def test_added_again() -> None:
    """Adding an article twice changes nothing."""
    copies, text = Copies(), " ".join(story(11))
    first, second = article(text, "a"), article(text + " More.", "b")
    assert [copies.add(a) for a in (first, second, first, second)] == [
        None,
        first.id,
        None,
        first.id,
    ]
    assert len(copies) == 2


def test_marked() -> None:
    """A copy is marked with the id of what it copies."""
    copies, text = Copies(), " ".join(story(12))
    first = copies.marked(article(text, "a"))
    assert first.duplicate_of is None
    assert copies.marked(article(text, "b")).duplicate_of == first.id


def test_furniture_does_not_count() -> None:
    """Spans that are furniture are left out of the comparison."""
    text = "One two three four five. Buy now buy now buy now."
    assert shingles(text, [(25, len(text))]) == shingles("One two three four five.")
    assert likeness([1, 2, 3], [2, 3, 4, 5]) == (2, 0.4, 2 / 3)
