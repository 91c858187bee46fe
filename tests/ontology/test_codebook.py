"""The code book is made from the data and is current."""

from pathlib import Path

from communique.ontology import acts, event_types
from communique.ontology.codebook import main, pages, write

FOLDER = Path(__file__).parents[2] / "docs" / "codebook"


def test_the_code_book_in_the_manual_is_current():
    """The committed pages are what the data gives today, no page more and none less."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert committed == dict(pages())


def test_every_act_is_explained_on_its_types_page():
    """An act's definition, example and codes stand under its own heading."""
    for row in acts().values():
        page = pages()[f"{row.plover.lower()}.md"]
        section = page.split(f"### {row.id}\n")[1].split("\n### ")[0]
        assert row.definition in section
        assert row.example in section
        assert f"CAMEO {row.cameo}" in section


def test_the_index_leads_to_every_type():
    """Each type is linked from the index, and the page it leads to exists."""
    for name in event_types():
        assert f"[{name}]({name.lower()}.md)" in pages()["index.md"]
        assert f"{name.lower()}.md" in pages()


def test_writing_drops_pages_of_types_that_are_no_more(tmp_path):
    """Pages that an earlier run made go when their type goes; pages made by hand stay."""
    write(tmp_path)
    (tmp_path / "agree.md").rename(tmp_path / "yield.md")
    (tmp_path / "notes.md").write_text("# By hand\n", encoding="utf-8")
    write(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {*pages(), "notes.md"}


def test_a_call_without_folder_is_wrong(capsys):
    """Without a folder the program says how it is called and ends with status 2."""
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err
