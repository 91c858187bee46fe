"""Options that several commands share."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from communique.settings import Settings
    from communique.store import Filters

Command = Callable[..., None]

__all__ = [
    "ActorsOption",
    "AllowPrivateOption",
    "ParserOption",
    "StoreOption",
    "make_filters",
    "settings_of",
    "with_filters",
]

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        help="The store's file.  [default: communique.sqlite]",
        metavar="FILE",
        show_default=False,
    ),
]
ParserOption = Annotated[
    str | None,
    typer.Option(
        "--parser", help="Another installed spaCy model.", metavar="NAME", show_default=False
    ),
]
ActorsOption = Annotated[
    Path | None,
    typer.Option(
        "--actors", help="A TOML file of your own actors.", metavar="FILE", show_default=False
    ),
]
AllowPrivateOption = Annotated[
    bool | None,
    typer.Option("--allow-private", help="URLs may reach private addresses.", show_default=False),
]


def settings_of(**flags: Any) -> Settings:
    """The settings in force with these flags."""
    from communique.settings import load_settings

    return load_settings(flags)


def _option(help: str, metavar: str) -> Any:
    return typer.Option(help=help, metavar=metavar)


def _filters(
    actor: Annotated[list[str] | None, _option("Who acts: code, id or name.", "WHO")] = None,
    recipient: Annotated[list[str] | None, _option("Whom it is done to.", "WHO")] = None,
    between: Annotated[tuple[str, str] | None, _option("Two parties, whoever acts.", "A B")] = None,
    speaker: Annotated[list[str] | None, _option("Who is quoted.", "WHO")] = None,
    source: Annotated[list[str] | None, _option("Any hand of the chain.", "WHO")] = None,
    type: Annotated[
        list[str] | None, _option("PLOVER type, such as CONSULT; of ties, their kind.", "TYPE")
    ] = None,
    quad: Annotated[list[int] | None, _option("Quad code, 1 to 4.", "N")] = None,
    act: Annotated[list[str] | None, _option("Fine act, such as praise.", "ACT")] = None,
    since: Annotated[str | None, _option("First day: 2024-03-05, 2024-03 or 2024.", "DAY")] = None,
    until: Annotated[str | None, _option("Last day.", "DAY")] = None,
    sector: Annotated[list[str] | None, _option("Sector, such as MIL.", "SECTOR")] = None,
    place: Annotated[list[str] | None, _option("Country code or name of a place.", "NAME")] = None,
    outlet: Annotated[list[str] | None, _option("Who printed it.", "NAME")] = None,
    voice: Annotated[list[str] | None, _option("reported, outlet or opinion.", "VOICE")] = None,
    modality: Annotated[
        list[str] | None,
        _option("asserted, negated, future, hypothetical or historical.", "MODALITY"),
    ] = None,
    min_confidence: Annotated[float | None, _option("From 0 to 1.", "P")] = None,
    text: Annotated[str | None, _option('Words, or a "phrase", of the text.', "WORDS")] = None,
    limit: Annotated[int | None, _option("At most so many lines.", "N")] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Every record, in every mode and voice.")
    ] = False,
) -> None:
    """The filters, the same for every list that they can mean something for."""


FILTERS = inspect.signature(_filters, eval_str=True).parameters


def with_filters(*, without: Collection[str] = ()) -> Callable[[Command], Command]:
    """Gives a command the filters as options, but for those `without`; it receives them as one
    argument `filters`."""
    offered = {name: p for name, p in FILTERS.items() if name not in without}

    def decorate(command: Command) -> Command:
        own = [
            p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for p in inspect.signature(command, eval_str=True).parameters.values()
            if p.name != "filters"
        ]
        shared = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in offered.values()]

        @functools.wraps(command)
        def wrapped(**given: Any) -> None:
            values = {name: given.pop(name) for name in offered}
            command(filters=make_filters(values), **given)

        signature = inspect.Signature([*shared, *own])
        del wrapped.__wrapped__
        wrapped.__signature__ = signature  # type: ignore[attr-defined]
        wrapped.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
        return wrapped

    return decorate


def make_filters(values: dict[str, Any]) -> Filters:
    """The filters that are given; raises `UsageError` where one cannot be."""
    from communique.store import Filters

    return Filters(**{name: value for name, value in values.items() if value not in (None, [])})
