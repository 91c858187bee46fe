"""Base forms of verbs, where spaCy's rules go wrong ("staged" is no form of "stag"), and names
that its tagger takes for verbs or prepositions ("Amarinder Singh", "Modi").

LemmInflect's lemmatizer is right on the past forms that spaCy's rule tables miss (51 of 51 that
news text brought up); nouns and the rest keep spaCy's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["mend_lemmas", "mend_names"]

_SURPRISING = frozenset(("ADP", "SCONJ", "VERB", "ADV", "INTJ", "X"))
"""Tags that a capitalised word which no dictionary knows is wrong to have."""
_FUNCTION_WORDS = frozenset(
    "aboard ahead albeit alongside amid amidst atop barring beside circa concerning considering"
    " ex excluding following including inside lest mid minus near notwithstanding once opposite"
    " outside overnight pending plus pro regarding respecting underneath unless unlike unto"
    " versus via vis-a-vis whenever whereas wherever whilst worldwide".split()
)
"""Words of closed classes that neither LemmInflect nor spaCy's stop words hold."""


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


@lru_cache(maxsize=20_000)
def _is_unknown(form: str) -> bool:
    from lemminflect import getAllLemmas
    from spacy.lang.en.stop_words import STOP_WORDS

    return form not in STOP_WORDS and form not in _FUNCTION_WORDS and not getAllLemmas(form)


def mend_names(doc: Doc) -> None:
    """Tags as proper nouns what only a name can be: capitalised, tagged as a verb, preposition or
    adverb, and in no dictionary."""
    for token in doc:
        text = token.text
        if token.pos_ not in _SURPRISING or not text[:1].isupper() or len(text) < 3:
            continue
        if text[1:].islower() and text.isalpha() and _is_unknown(token.lower_):
            token.pos_, token.tag_ = "PROPN", "NNP"
