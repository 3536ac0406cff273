"""vocabulary.yml and the names of its terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import VocabularyError
from generator.vocabulary import Vocabulary, read_vocabulary
from tests.conftest import SmallArchive


def vocabulary_error(folder: Path, text: str | bytes) -> str:
    file = folder / "vocabulary.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(VocabularyError) as caught:
        read_vocabulary(folder)
    return str(caught.value)


def test_terms_are_read_in_the_order_of_the_file(archive: SmallArchive) -> None:
    vocabulary = archive.vocabulary
    assert list(vocabulary.terms) == ["port-tarn", "old-quay", "siege", "northern-wire"]
    term = vocabulary.get("port-tarn")
    assert term is not None
    assert term.coordinates == (-41.5, -126.5)
    assert [term.id for term in vocabulary.of_kind("place")] == ["port-tarn", "old-quay"]
    assert list(vocabulary.terms["old-quay"].names()) == ["Old Quay", "Customs Quay"]
    assert vocabulary.terms["old-quay"].broader == "port-tarn"


@pytest.mark.parametrize("coordinates", ["[-126.5, -41.5]", "[91, 0]", "[0, 180.5]", "[.nan, 0]"])
def test_coordinates_are_on_earth_and_the_latitude_is_first(
    archive: SmallArchive, coordinates: str
) -> None:
    text = (archive.folder / "vocabulary.yml").read_text("utf-8")
    archive.write("vocabulary.yml", text.replace("[-41.5, -126.5]", coordinates))
    with pytest.raises(VocabularyError, match=r"port-tarn, coordinates: .*latitude first"):
        _ = archive.vocabulary


def test_labels_fall_back(archive: SmallArchive) -> None:
    vocabulary = archive.vocabulary
    assert vocabulary.label("siege", "ar") == "حصار"
    assert vocabulary.label("old-quay", "ar") == "Old Quay"
    assert vocabulary.label("Some Agency", "ar") == "Some Agency"
    assert "siege" in vocabulary
    assert vocabulary.get("Siege") is None


@pytest.mark.parametrize(
    ("name", "term"),
    [
        ("Siege", "siege"),
        ("حِصار", "siege"),
        ("customs quay", "old-quay"),
        ("NW", "northern-wire"),
        ("Quay", ""),
        ("", ""),
    ],
)
def test_ids_by_name(archive: SmallArchive, name: str, term: str) -> None:
    assert archive.vocabulary.id_of(name) == term


def test_the_id_that_was_probably_meant(archive: SmallArchive) -> None:
    vocabulary = archive.vocabulary
    assert vocabulary.nearest("Old quay") == "old-quay"
    assert vocabulary.nearest("port-tran") == "port-tarn"
    assert vocabulary.nearest("weather") == ""


def test_an_archive_without_a_vocabulary(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path) == Vocabulary({})
    (tmp_path / "vocabulary.yml").write_text("# nothing yet\n")
    assert read_vocabulary(tmp_path) == Vocabulary({})


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    error = vocabulary_error(
        tmp_path,
        "- id: Not An Id\n  kind: place\n  labels: {en: A}\n"
        "- kind: place\n  labels: {en: A}\n"
        "- just a text\n"
        "- id: a\n  kind: place\n  labels: {}\n"
        "- id: b\n  kind: place\n  labels: {en: B}\n  broader: nowhere\n"
        "- id: b\n  kind: place\n  labels: {en: B}\n"
        "- id: c\n  kind: place\n  labels: {en: 2015}\n  alias: {en: [C]}\n",
    )
    assert str(tmp_path / "vocabulary.yml") in error
    for part in (
        "term Not An Id, id:",
        "term number 2, id:",
        "term number 3",
        "term a, labels:",
        "'b': broader 'nowhere' is no term here",
        "'b' stands here twice",
        "term c, labels.en:",
        "term c, alias:",
    ):
        assert part in error


@pytest.mark.parametrize("loop", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}])
def test_no_term_contains_itself(tmp_path: Path, loop: dict[str, str]) -> None:
    text = "".join(
        f"- id: {term}\n  kind: place\n  labels: {{en: {term.upper()}}}\n  broader: {broader}\n"
        for term, broader in loop.items()
    )
    assert "contains itself" in vocabulary_error(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\n", "is not a list of terms"),
        ("just a text", "is not a list of terms"),
        ("- [\n", "cannot be read"),
        (b"- id: \xff\n", "cannot be read"),
    ],
)
def test_broken_files(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert message in vocabulary_error(tmp_path, text)


def test_a_folder_instead_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yml").mkdir()
    with pytest.raises(VocabularyError, match="cannot be read"):
        read_vocabulary(tmp_path)
