"""Chains: through whose hands a claim came, and the voice of a span."""

from __future__ import annotations

from communique.records import Entity


def hands(chain):
    return [hand.source.raw_text for hand in chain]


def quotation(voices, cue):
    (found,) = [q for q in voices.quotations if q.cue is not None and q.cue.text.startswith(cue)]
    return found


NESTED = (
    "The state agency said Monday that Diallo called for “calm and patience” in the north, "
    "the Accra Herald reported."
)


def test_the_outermost_hand_comes_first(read):
    """What an agency says a leader said, as a newspaper reports: newspaper, agency."""
    voices = read(NESTED)
    assert hands(quotation(voices, "called").attribution) == [
        "the Accra Herald",
        "The state agency",
    ]
    assert hands(quotation(voices, "said").attribution) == ["the Accra Herald"]
    assert hands(quotation(voices, "reported").attribution) == []


def test_a_source_spoken_of_again_keeps_its_hands(read):
    """What the agency says next, pointed back at, came through the newspaper too."""
    voices = read(NESTED + " The agency added that the army was ready.")
    assert hands(quotation(voices, "added").attribution) == ["the Accra Herald"]


def test_a_closing_sentence_covers_the_saying_before_it(read):
    """A sentence that only says who reported gives its source to what stands before."""
    text = "Diallo argued that “the truce will hold. The army is ready.” The Herald reported."
    voices = read(text)
    assert hands(quotation(voices, "argued").attribution) == ["The Herald"]
    closing = quotation(voices, "reported")
    assert closing.text.startswith("Diallo argued")


def test_attach_gives_the_hands_of_a_span(read):
    """An event told inside a saying is reported, and its chain is who says it."""
    text = "The envoy said that the army had shelled the port."
    start = text.index("shelled")
    voice, chain = read(text).attach((start, start + len("shelled")))
    assert voice == "reported"
    assert hands(chain) == ["The envoy"]


def test_attach_leaves_out_the_acts_own_actor(read):
    """That somebody will leave, as they themselves say, is in nobody else's hands."""
    text = "Diallo said that Diallo would leave the talks."
    start = text.index("leave")
    actor = Entity(raw_text="Diallo", span=None, kind="person", entity_id="person/diallo")
    voices = read(text, Diallo="person/diallo")
    assert voices.attach((start, start + 5), (actor,)) == ("outlet", ())
    assert voices.attach((start, start + 5))[0] == "reported"


def test_a_speech_act_is_no_report_of_itself(read):
    """The word that condemns stands in the outlet's voice."""
    text = "The envoy condemned the attack on the port."
    start = text.index("condemned")
    assert read(text).attach((start, start + len("condemned"))) == ("outlet", ())


def test_what_is_judged_is_nobodys_claim(read):
    """An attack that somebody condemns is told by the outlet."""
    text = "The envoy condemned the attack on the port."
    start = text.index("attack")
    assert read(text).attach((start, start + len("attack"))) == ("outlet", ())
