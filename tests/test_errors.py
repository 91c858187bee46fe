"""Errors say what was wrong, where and what to do, in this process and in another."""

from __future__ import annotations

import pickle

import pytest

from communique.errors import CommuniqueError, ReadingError, SettingsError


@pytest.mark.parametrize(
    "error",
    [
        CommuniqueError(what="it broke"),
        SettingsError(what="no such parser", where="parser", do="Install it."),
        ReadingError(reason="empty", what="no text", where="a.txt"),
    ],
)
def test_errors_travel_to_another_process(error: CommuniqueError) -> None:
    """A pickled error comes back with its kind and all that it says."""
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_an_error_is_one_line() -> None:
    """Where stands first, then what, then what to do."""
    error = CommuniqueError(what="no such parser", where="parser", do="Install it.")
    assert str(error) == "parser: no such parser. Install it."
