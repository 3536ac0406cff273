"""`archive vocabulary add-country`: terms below those that stand there, once."""

from __future__ import annotations

import pytest

from tests.conftest import VOCABULARY, SmallArchive
from tests.gazetteer.invented import GAZETTEER, OTHER_NAMES, table


def add(archive: SmallArchive, *options: str) -> str:
    files = [
        table(archive.folder.parent, "all.txt", GAZETTEER),
        table(archive.folder.parent, "names.txt", OTHER_NAMES),
    ]
    told = [text for file in files for text in ("--geonames", str(file))]
    result = archive.run("vocabulary", "add-country", "QV", *told, *options)
    assert result.exit_code == 0, result.output
    return result.output


def test_terms_have_names_place_and_province(archive: SmallArchive) -> None:
    assert "8 terms added to vocabulary.yml, 0 places already there" in add(archive)
    terms = archive.vocabulary.terms
    town = terms["tell-hanar"]
    assert town.labels == {"en": "Tell Ḥanar", "ar": "تل الحنار"}
    assert town.kind == "place"
    assert town.coordinates == (-41.5, -126.6)
    assert [term.id for term in archive.vocabulary.with_broader("tell-hanar")] == [
        "tell-hanar",
        "kharzal",
        "republic-of-qalvara",
    ]
    assert "tiny" not in terms


def test_what_stands_there_stays_to_the_byte_and_the_attribution_stands_above(
    archive: SmallArchive,
) -> None:
    before = VOCABULARY.replace("\n", "\r\n").encode() + b"# the end"
    archive.write("vocabulary.yml", before)
    add(archive)
    after = (archive.folder / "vocabulary.yml").read_bytes()
    assert after.startswith(before)
    added = after[len(before) :].decode()
    assert added.count("\n") == added.count("\r\n")
    assert added.lstrip().startswith("# Places of QV, from GeoNames (https://www.geonames.org/)")
    assert "CC BY 4.0" in added


def test_again_changes_nothing(archive: SmallArchive) -> None:
    add(archive)
    before = archive.listing()
    assert "0 terms added to vocabulary.yml, 8 places already there" in add(archive)
    assert archive.listing() == before


def test_towns_of_one_name_are_told_apart(archive: SmallArchive) -> None:
    add(archive)
    vocabulary = archive.vocabulary
    assert vocabulary.terms["al-hadar"].labels["en"] == "Al-Hadar"
    assert vocabulary.terms["al-hadar-kharzal"].labels["en"] == "Al-Hadar (Wadi Kharzal)"
    (match,) = vocabulary.matches("They came from Al-Hadar by night.")
    assert match.term.id == "al-hadar"


def test_a_town_called_by_a_word_is_not_found_in_every_text(archive: SmallArchive) -> None:
    output = add(archive)
    assert "Bridge: another term has this name, or it is a word" in output
    assert list(archive.vocabulary.matches("The bridge was closed. عبر الناس الجسر.")) == []


def test_a_province_does_not_take_the_name_of_a_town(archive: SmallArchive) -> None:
    add(archive)
    (match,) = archive.vocabulary.matches("Trucks arrived at Tell Hanar.")
    assert match.term.id == "tell-hanar"


def test_a_term_that_is_there_is_not_added_again(archive: SmallArchive) -> None:
    own = "- id: marsa\n  kind: place\n  labels: {en: Mersa}\n  coordinates: [-41.6, -126.2]\n"
    archive.write("vocabulary.yml", own)
    assert "1 places already there" in add(archive)
    assert "marsa-tellin" not in archive.vocabulary.terms


def test_a_term_of_the_same_name_far_away_is_another_place(archive: SmallArchive) -> None:
    own = "- id: mersa\n  kind: place\n  labels: {en: Marsa Tellin}\n  coordinates: [10, 10]\n"
    archive.write("vocabulary.yml", own)
    add(archive)
    assert "(" in archive.vocabulary.terms["marsa-tellin"].labels["en"]


def test_a_dry_run_writes_nothing(archive: SmallArchive) -> None:
    before = archive.listing()
    output = add(archive, "--dry-run", "--min-population", "60000")
    assert "5 terms would be added" in output
    assert "+ tell-hanar: Tell Ḥanar, تل الحنار" in output
    assert archive.listing() == before


@pytest.mark.parametrize("content", ["[]\n", "[{id: a, kind: place, labels: {en: Aaa}}]\n"])
def test_a_list_in_brackets_cannot_be_added_to(archive: SmallArchive, content: str) -> None:
    archive.write("vocabulary.yml", content)
    file = table(archive.folder.parent, "all.txt", GAZETTEER)
    result = archive.run("vocabulary", "add-country", "qv", "--geonames", file)
    assert result.exit_code == 1
    assert "no term can be added to the end of vocabulary.yml" in result.output
    assert (archive.folder / "vocabulary.yml").read_text("utf-8") == content


def test_an_archive_without_a_vocabulary_gets_one(archive: SmallArchive) -> None:
    (archive.folder / "vocabulary.yml").unlink()
    add(archive)
    assert len(archive.vocabulary.terms) == 8


def test_a_code_that_is_none_is_refused(archive: SmallArchive) -> None:
    file = table(archive.folder.parent, "all.txt", GAZETTEER)
    result = archive.run("vocabulary", "add-country", "Qalvara", "--geonames", file)
    assert result.exit_code == 2
