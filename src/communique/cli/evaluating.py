"""`communique evaluate`: labelled files to figures."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import ActorsOption, ParserOption, settings_of

__all__ = ["app"]

app = typer.Typer(help="Compare with labelled files.", no_args_is_help=True, rich_markup_mode=None)
PredictionsOption = Annotated[
    Path | None,
    typer.Option(
        "--predictions",
        help="Write what was predicted, as JSON Lines.",
        metavar="FILE",
        show_default=False,
    ),
]


@app.command("events")
def events(
    file: Annotated[Path, typer.Argument(help="JSON Lines of labelled articles.", metavar="FILE")],
    predictions: PredictionsOption = None,
    parser: ParserOption = None,
    actors: ActorsOption = None,
) -> None:
    """Events of whole articles: precision, recall, F1.

    By type, with actor, with both parties; modality, voice and date of the matched rows.
    """
    from communique.coder import Coder
    from communique.evaluation import article_of, read_gold_events, score_events
    from communique.records import Record, encode

    settings = settings_of(parser=parser, actors=actors)
    rows = list(read_gold_events(file))
    _check_writable(predictions)
    coder = Coder(settings)
    codings = list(coder.code_many(article_of(row) for row in rows))
    if predictions:
        with predictions.open("wb") as out:
            for coding in codings:
                records: tuple[Record, ...] = (coding.article, *coding.events)
                for record in records:
                    out.write(encode(record) + b"\n")
    if all(row.events is None for row in rows):
        typer.echo(f"{len(rows)} articles predicted; the file has no labels")
        return
    scores = score_events(
        (row, coding.events, len(coding.passages))
        for row, coding in zip(rows, codings, strict=True)
    )
    from communique.evaluation.printing import event_lines

    typer.echo(f"{file.name}: {len(rows)} articles, coder {coder.name}")
    for line in event_lines(scores):
        typer.echo(line)


@app.command("actors")
def actors_of(
    file: Annotated[
        Path, typer.Argument(help="JSON Lines of labelled phrases or articles.", metavar="FILE")
    ],
    wrong: Annotated[bool, typer.Option("--wrong", help="Name each one that is wrong.")] = False,
    parser: ParserOption = None,
    actors: ActorsOption = None,
) -> None:
    """Phrases or articles: who is meant, where, when."""
    from communique.evaluation.actors import read_gold_actors, score_actors
    from communique.evaluation.printing import actor_lines

    settings = settings_of(parser=parser, actors=actors)
    rows = read_gold_actors(file)
    scores, misses = score_actors(rows, settings)
    typer.echo(f"{file.name}: {len(rows)} rows")
    for line in actor_lines(scores):
        typer.echo(line)
    if wrong:
        for line in misses:
            typer.echo(line)


@app.command("reading")
def reading(
    folder: Annotated[
        Path,
        typer.Argument(help="Folder of .html(.gz) pages and ground-truth.json.", metavar="FOLDER"),
    ],
    predictions: PredictionsOption = None,
) -> None:
    """Main text of pages: F1 of four-word shingles.

    Beside it stands what bare trafilatura gives in the same run.
    """
    import msgspec

    from communique.evaluation import bare_text, mean, read_gold_pages, score_page
    from communique.reading import page_text
    from communique.reading.decoding import declared_charset, decode

    _check_writable(predictions)
    ours, bare = [], []
    written = []
    for name, data, truth, url in read_gold_pages(folder):
        html = decode(data, declared=declared_charset(data), where=name)
        text = page_text(html, url=url).text
        written.append(msgspec.json.encode({"id": name, "text": text}))
        if truth is not None:
            ours.append(score_page(truth, text))
            bare.append(score_page(truth, bare_text(html)))
    if predictions:
        predictions.write_bytes(b"\n".join(written) + b"\n")
    if not ours:
        typer.echo(f"{len(written)} pages predicted; the folder has no ground-truth.json")
        return
    typer.echo(f"{folder.name}: {len(ours)} pages")
    for label, scores in (("communique", ours), ("trafilatura alone", bare)):
        s = mean(scores)
        typer.echo(f"{label:20} precision {s.precision:.3f}  recall {s.recall:.3f}  F1 {s.f1:.3f}")
    sys.stdout.flush()


def _check_writable(path: Path | None) -> None:
    """Before an hour is spent on what cannot be written."""
    if path is None:
        return
    try:
        path.open("ab").close()
    except OSError as error:
        from communique.errors import UsageError

        raise UsageError(what=str(error.strerror), where=f"--predictions {path}") from error
