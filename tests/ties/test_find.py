"""What is found of standing relations in whole texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Tie

Find = Callable[..., tuple[Tie, ...]]


def _brief(tie: Tie) -> tuple[str, set[str | None], set[str | None], str | None, str | None, str]:
    return (
        tie.kind,
        {e.entity_id for e in tie.parties},
        {e.entity_id for e in tie.towards},
        tie.since,
        tie.until,
        tie.status,
    )


def _only(ties: tuple[Tie, ...]) -> Tie:
    assert len(ties) == 1
    return ties[0]


@pytest.mark.parametrize(
    ("text", "kind", "parties", "since"),
    [
        (
            "Greece and Malta have been bound by a defence pact since 1988.",
            "treaty",
            {"GRC", "MLT"},
            "1988",
        ),
        (
            "Under the treaty of 1974 on fishing, Iceland and Norway share the catch.",
            "treaty",
            {"ISL", "NOR"},
            "1974",
        ),
        (
            "Chad has a treaty that it signed with Niger in July 1951.",
            "treaty",
            {"TCD", "NER"},
            "1951-07",
        ),
        (
            "The 1976 treaty between Peru and Chile is still in force.",
            "treaty",
            {"PER", "CHL"},
            "1976",
        ),
        (
            "The Japanese-Indian treaty was signed on 4 May 2009.",
            "treaty",
            {"JPN", "IND"},
            "2009-05-04",
        ),
        (
            "The alliance of Chad, Mali and Togo dates back to 2018.",
            "alliance",
            {"TCD", "MLI", "TGO"},
            "2018",
        ),
        ("Cyprus, Greece's closest ally, agreed.", "alliance", {"CYP", "GRC"}, None),
        ("Britain and Portugal have been allies since 1373.", "alliance", {"GBR", "PRT"}, "1373"),
        ("Both Japan and Russia claim the islands.", "dispute", {"JPN", "RUS"}, None),
        (
            "Cuba and Spain restored diplomatic ties in 1977.",
            "diplomatic_relations",
            {"CUB", "ESP"},
            "1977",
        ),
    ],
)
def test_relations_between_parties(
    find: Find, text: str, kind: str, parties: set[str], since: str | None
) -> None:
    """Parties and the beginning of a relation come from the words round its own."""
    tie = _only(find(text))
    assert _brief(tie) == (kind, parties, set(), since, None, "in_force")


@pytest.mark.parametrize(
    ("text", "member", "organisation", "since", "until", "status"),
    [
        (
            "Slovenia, which joined NATO in 2004, sent troops.",
            "SVN",
            "org/nato",
            "2004",
            None,
            "in_force",
        ),
        ("NATO member Turkey criticised Sweden.", "TUR", "org/nato", None, None, "in_force"),
        (
            "Poland, an EU member since 2004, abstained.",
            "POL",
            "org/european-union",
            "2004",
            None,
            "in_force",
        ),
        (
            "Britain is no longer a member of the European Union.",
            "GBR",
            "org/european-union",
            None,
            None,
            "ended",
        ),
        (
            "Britain left the European Union in 2020.",
            "GBR",
            "org/european-union",
            None,
            "2020",
            "ended",
        ),
        ("Finland will join NATO.", "FIN", "org/nato", None, None, "announced"),
    ],
)
def test_membership(
    find: Find,
    text: str,
    member: str,
    organisation: str,
    since: str | None,
    until: str | None,
    status: str,
) -> None:
    """The member stands in parties, the organisation in towards."""
    tie = _only(find(text))
    assert _brief(tie) == ("membership", {member}, {organisation}, since, until, status)


def test_one_membership_for_each_member(find: Find) -> None:
    """Members that are named together have a tie each."""
    ties = find("Estonia and Latvia joined NATO in 2004.")
    assert [_brief(t)[1] for t in ties] == [{"EST"}, {"LVA"}]


@pytest.mark.parametrize(
    ("text", "senders", "targets", "since", "until", "status"),
    [
        (
            "Iran has been under US sanctions since 1979.",
            {"USA"},
            {"IRN"},
            "1979",
            None,
            "in_force",
        ),
        (
            "Sanctions imposed on Mali by France in 2012 were lifted.",
            {"FRA"},
            {"MLI"},
            "2012",
            None,
            "ended",
        ),
        (
            "The European Union imposed sanctions on Chad in 2011 and lifted them in 2015.",
            {"org/european-union"},
            {"TCD"},
            "2011",
            "2015",
            "ended",
        ),
        ("Mali faces an arms embargo.", {None}, {"MLI"}, None, None, "in_force"),
    ],
)
def test_sanctions(
    find: Find,
    text: str,
    senders: set[str | None],
    targets: set[str],
    since: str | None,
    until: str | None,
    status: str,
) -> None:
    """Senders stand in parties, targets in towards; an unknown sender is an unnamed party."""
    tie = _only(find(text))
    assert _brief(tie) == ("sanctions", senders, targets, since, until, status)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad never signed a peace treaty.",
        "The trade deal between Norway and Chad was discussed.",
        "Japan has no diplomatic relations with North Korea.",
        "Serbia is not a member of NATO.",
        "Ukraine applied to join the European Union.",
        "Germany threatened sanctions against Iran.",
        "Lawmakers called for sanctions on Venezuela.",
        "Ali Demir is a member of parliament.",
        "Chad joined Niger's call for talks.",
        "Kenya became Uganda's largest trading partner.",
        "Japan and Peru spoke of the Paris accord.",
    ],
)
def test_no_relation(find: Find, text: str) -> None:
    """What is denied, talked of, wished for or no relation of powers gives no tie."""
    assert find(text) == ()


def test_proposed_is_announced(find: Find) -> None:
    """A proposed treaty is announced and has no beginning."""
    tie = _only(find("A proposed treaty between Norway and Chad was published in 2019."))
    assert (tie.status, tie.since) == ("announced", None)


def test_threat_to_end_leaves_it_in_force(find: Find) -> None:
    """An end that is only threatened is no end, and tells that the relation stands."""
    tie = _only(find("Canada threatened to end the alliance between Japan and Canada."))
    assert tie.status == "in_force"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("This year marks the 60th anniversary of the treaty between China and Laos.", "1960"),
        (
            "In 2018 they marked the fiftieth anniversary of the treaty between China and Laos.",
            "1968",
        ),
        (
            "2019 marks the 100th anniversary of the founding of the party and "
            "30 years of the trade treaty between China and Laos.",
            "1989",
        ),
        ("The 20-year-old treaty between China and Laos expired.", "2000"),
        ("They praised more than 60 years of the treaty between China and Laos.", None),
    ],
)
def test_counted_beginnings(find: Find, text: str, since: str | None) -> None:
    """Years are counted back from the year that is named, else from that of publication, each
    noun by its own number; a rough number gives no year."""
    assert _only(find(text)).since == since


def test_decision_to_leave_is_no_leaving(find: Find) -> None:
    """Who has decided to leave is a member still."""
    tie = _only(find("Britain's decision to leave the European Union worried Spain."))
    assert (tie.kind, tie.status) == ("membership", "in_force")


def test_leaders_stand_for_their_states(find: Find) -> None:
    """The parties of a tie are the states whose leaders are named; the words stay theirs."""
    tie = _only(find("Vladimir Putin reaffirmed his alliance with Alexander Lukashenko."))
    assert [(e.entity_id, e.kind, e.sector_code) for e in tie.parties] == [
        ("RUS", "state", "GOV"),
        ("BLR", "state", "GOV"),
    ]
    assert tie.parties[1].raw_text == "Alexander Lukashenko"
    assert tie.parties[1].entity_name == "Belarus"


def test_evidence_is_gathered(find: Find) -> None:
    """A mention without a date is evidence of the dated relation of the same parties."""
    text = (
        "Chad and Niger reaffirmed their alliance. The alliance between Chad and Niger dates "
        "from 1998."
    )
    tie = _only(find(text))
    assert tie.since == "1998"
    assert [text[slice(*e.sentence_span)] for e in tie.evidence] == [
        e.sentence for e in tie.evidence
    ]
    assert len(tie.evidence) == 2
    assert all(text[slice(*e.span)] == e.raw_text for e in tie.parties if e.span)


def test_the_treaty_means_the_one_before(find: Find) -> None:
    """A definite noun without parties stands for the relation named just before."""
    tie = _only(find("Spain and Peru signed a pact in March 1939. Peru tore up the pact in 1941."))
    assert (tie.since, tie.until, tie.status) == ("1939-03", "1941", "ended")


def test_relations_end_and_begin_again(find: Find) -> None:
    """Relations that were severed and restored are two ties."""
    ties = find("Oman, which had severed ties with Iran in 2016, restored them in 2019.")
    assert [(t.since, t.until, t.status) for t in ties] == [
        (None, "2016", "ended"),
        ("2019", None, "in_force"),
    ]


def test_pairs(find: Find) -> None:
    """Relations that several open with one are one tie for each pair."""
    ties = find("Togo and Benin established diplomatic relations with Oman in 1999.")
    assert [{e.entity_id for e in t.parties} for t in ties] == [{"TGO", "OMN"}, {"BEN", "OMN"}]


def test_named_treaty_needs_one_party(find: Find) -> None:
    """Who leaves a treaty that has a name of its own is told without the other parties."""
    tie = _only(find("Turkey quit the Istanbul Convention in 2019."))
    assert (tie.name, tie.until, tie.status) == ("Istanbul Convention", "2019", "ended")
    tie = _only(find("The United States withdrew from the Antarctic Treaty in May 2018."))
    assert (tie.name, tie.until, tie.status) == ("Antarctic Treaty", "2018-05", "ended")


def test_dispute_is_named_after_its_object(find: Find) -> None:
    """The proper name of what is disputed is the name of the dispute."""
    tie = _only(find("Guyana's dispute with Venezuela over Essequibo is unresolved."))
    assert (tie.kind, tie.name) == ("dispute", "Essequibo")


def test_equal_ids_across_articles(find: Find) -> None:
    """The same relation has the same id wherever, and in whatever order, its parties stand."""
    one = _only(find("Japan and Chad signed a treaty in 1950."))
    two = _only(find("The treaty of 1950 between Chad and Japan is old.", "2019-01-01"))
    assert one.id == two.id


def test_voice(find: Find) -> None:
    """Evidence that a source gives is reported, with the source in its chain."""
    tie = _only(find("Niger said on Monday that Chad was an ally of Togo."))
    assert tie.evidence[0].voice == "reported"
    assert tie.evidence[0].attribution[0].source.entity_id == "NER"
