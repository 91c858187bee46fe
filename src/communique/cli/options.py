"""Options that several commands share."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from communique.settings import Settings
    from communique.store import Filters

__all__ = ["ActorsOption", "ParserOption", "StoreOption", "make_filters", "settings_of", "with_filters"]

StoreOption = Annotated[
    Path | None, typer.Option("--store", help="The store's file.  [default: communique.sqlite]", show_default=False)
]
ParserOption = Annotated[
    str | None, typer.Option("--parser", help="Another installed spaCy model.", show_default=False)
]
ActorsOption = Annotated[
    Path | None,
    typer.Option("--actors", help="A TOML file of your own actors.", show_default=False),
]


def settings_of(**flags: Any) -> Settings:
    """The settings in force with these flags."""
    from communique.settings import load_settings

    return load_settings(flags)


def _filters(
    actor: Annotated[list[str] | None, typer.Option(help="Code, id or name.")] = None,
    recipient: Annotated[list[str] | None, typer.Option(help="Code, id or name.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Two parties, whoever acts.", metavar="A B")
    ] = None,
    speaker: Annotated[list[str] | None, typer.Option(help="Who is quoted.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="Any hand of the chain.")] = None,
    type: Annotated[list[str] | None, typer.Option(help="PLOVER type, such as CONSULT.")] = None,
    quad: Annotated[list[int] | None, typer.Option(help="Quad code, 1 to 4.")] = None,
    act: Annotated[list[str] | None, typer.Option(help="Fine act, such as praise.")] = None,
    since: Annotated[str | None, typer.Option(help="First day: 2024-03-05, 2024-03 or 2024.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day.")] = None,
    sector: Annotated[list[str] | None, typer.Option(help="Sector, such as MIL.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="Country code or name of a place.")] = None,
    outlet: Annotated[list[str] | None, typer.Option(help="Who printed it.")] = None,
    voice: Annotated[list[str] | None, typer.Option(help="reported, outlet or opinion.")] = None,
    modality: Annotated[
        list[str] | None,
        typer.Option(help="asserted, negated, future, hypothetical or historical."),
    ] = None,
    min_confidence: Annotated[float | None, typer.Option(help="From 0 to 1.")] = None,
    text: Annotated[str | None, typer.Option(help='Words, or a "phrase", of the sentence.')] = None,
    limit: Annotated[int | None, typer.Option(help="At most so many lines.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Every record, in every mode and voice.")] = False,
) -> None:
    """The filters, the same for every list."""


FILTERS = inspect.signature(_filters, eval_str=True).parameters


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command all filters as options; it receives them as one argument `filters`."""
    own = [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for p in inspect.signature(command, eval_str=True).parameters.values()
        if p.name != "filters"
    ]
    shared = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in FILTERS.values()]

    @functools.wraps(command)
    def wrapped(**given: Any) -> None:
        values = {name: given.pop(name) for name in FILTERS}
        command(filters=make_filters(values), **given)

    signature = inspect.Signature([*shared, *own])
    del wrapped.__wrapped__
    wrapped.__signature__ = signature  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
    return wrapped


def make_filters(values: dict[str, Any]) -> Filters:
    """The filters that are given; raises `UsageError` where one cannot be."""
    from communique.store import Filters

    return Filters(**{name: value for name, value in values.items() if value not in (None, [])})
