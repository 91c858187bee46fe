"""Settings: defaults < communique.toml < environment < flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import SettingsError
from communique.settings import Settings, load_settings


def load(tmp_path, text: str | None = None, flags=None, **environment: str) -> Settings:
    if text is not None:
        (tmp_path / "communique.toml").write_text(text, encoding="utf-8")
    return load_settings(flags, folder=tmp_path, environment=environment)


def test_without_anything_the_defaults_are_in_force(tmp_path):
    """The store lies in the working folder."""
    assert load(tmp_path) == Settings()
    assert Settings().store == Path("communique.sqlite")


def test_the_later_goes_before_the_earlier(tmp_path):
    """File, environment and flag, each over the one before, setting by setting."""
    text = 'store = "file"\nworkers = 1\nlanguage = "de"\n'
    found = load(tmp_path, text, {"store": Path("flag")}, COMMUNIQUE_WORKERS="2")
    assert (found.store, found.workers, found.language) == (Path("flag"), 2, "de")
    assert load(tmp_path, text, COMMUNIQUE_STORE="env").store == Path("env")


def test_a_flag_that_is_not_given_and_a_variable_that_is_empty_count_for_nothing(tmp_path):
    """None and "" leave what was there."""
    found = load(tmp_path, "workers = 3\n", {"workers": None}, COMMUNIQUE_WORKERS="")
    assert found.workers == 3


def test_every_setting_can_be_a_variable(tmp_path):
    """Text becomes the value's own kind."""
    found = load(
        tmp_path,
        COMMUNIQUE_STORE="s",
        COMMUNIQUE_PARSER="p",
        COMMUNIQUE_ACTORS="a.toml",
        COMMUNIQUE_WORKERS="4",
        COMMUNIQUE_LANGUAGE="fr",
        COMMUNIQUE_ALLOW_PRIVATE="true",
        COMMUNIQUE_ELEPHANTS="2",
    )
    assert found == Settings(
        store=Path("s"),
        parser="p",
        actors=Path("a.toml"),
        workers=4,
        language="fr",
        allow_private=True,
    )


@pytest.mark.parametrize(
    ("text", "flags", "environment", "where"),
    [
        ("elephants = 2", None, {}, "communique.toml"),
        ("workers = [", None, {}, "communique.toml"),
        ("workers = -2", None, {}, "communique.toml"),
        ("", None, {"COMMUNIQUE_WORKERS": "many"}, "COMMUNIQUE_WORKERS"),
        ("", None, {"COMMUNIQUE_ALLOW_PRIVATE": "perhaps"}, "COMMUNIQUE_ALLOW_PRIVATE"),
        ("", {"workers": -1}, {}, "--workers"),
        ("", {"allow_private": "x"}, {}, "--allow-private"),
    ],
)
def test_a_wrong_setting_says_where_it_stands(tmp_path, text, flags, environment, where):
    """The file, the variable or the flag is named."""
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, text, flags, **environment)
    assert where in (caught.value.where or "")


def test_a_settings_file_that_is_no_text_is_named(tmp_path):
    """Bytes that are no UTF-8, or a folder of that name, are an error with the path."""
    (tmp_path / "communique.toml").write_bytes(b"store = '\xff'")
    with pytest.raises(SettingsError, match=r"communique\.toml"):
        load(tmp_path)
    (tmp_path / "communique.toml").unlink()
    (tmp_path / "communique.toml").mkdir()
    with pytest.raises(SettingsError, match=r"communique\.toml"):
        load(tmp_path)
