"""The whole library in thirty lines: `python show_off.py`."""

from tempfile import TemporaryDirectory

import communique

coding = communique.code(
    "Kenya's foreign minister condemned the attack on Mali on Monday. The African Union, the "
    "state news agency said, urged both sides to release their prisoners.",
    date="2024-05-15",
)
for event in coding.events:
    actors = " and ".join(party.entity_name or party.raw_text for party in event.actor)
    others = " and ".join(party.entity_name or party.raw_text for party in event.recipient)
    hands = " > ".join(hand.source.raw_text for hand in event.attribution) or "the outlet"
    print(f"{event.date} {actors}: {event.event_type} ({event.act}) {others}; says {hands}")
    print(f"    {event.sentence}")

for quotation in coding.quotations:
    print(
        quotation.kind, "|", quotation.speaker and quotation.speaker.raw_text, "|", quotation.text
    )

with TemporaryDirectory() as folder:
    path = f"{folder}/news.sqlite"
    summary = communique.read("examples/articles", store=path)
    print(summary.articles, "articles,", summary.events, "events;", len(summary.skipped), "skipped")
    store = communique.Store(path)
    table = store.events(quad=4, since="2020")  # an Arrow table, as pandas or polars take it
    print(table.num_rows, "events of material conflict since 2020")
    print(
        *store.sql(
            "SELECT event_type, count(*) FROM events GROUP BY 1 ORDER BY 2 DESC LIMIT 3"
        ).rows
    )
    store.close()
