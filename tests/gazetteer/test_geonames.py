"""GeoNames' tables are read as they come, and what is none is named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import GazetteerError
from generator.gazetteer import is_ordinary, named, read_places
from tests.gazetteer.invented import GAZETTEER, OTHER_NAMES, PROVINCES, row, table


def test_provinces_and_towns_of_one_country_are_read(tmp_path: Path) -> None:
    found = read_places("QV", [table(tmp_path, "all.txt", GAZETTEER)], 1000)
    assert [place.id for place in found.places] == [1, 2, 3, 10, 14, 11, 12, 13]
    assert [place.kind for place in found.places][:4] == ["country", "province", "province", "town"]
    assert found.places[3].coordinates == (-41.62, -126.18)
    assert not found.tells_languages


def test_a_zip_is_read_as_it_was_downloaded(tmp_path: Path) -> None:
    plain = table(tmp_path, "QV.txt", GAZETTEER)
    with zipfile.ZipFile(tmp_path / "QV.zip", "w") as packed:
        packed.write(plain, "QV.txt")
        packed.writestr("readme.txt", "This is the readme.")
    assert read_places("QV", [tmp_path / "QV.zip"]) == read_places("QV", [plain])


def test_cities_without_provinces_get_them_from_their_own_table(tmp_path: Path) -> None:
    towns = [line for line in GAZETTEER if "\tP\t" in line]
    files = [table(tmp_path, "a.txt", PROVINCES), table(tmp_path, "cities500.txt", towns)]
    kinds = [place.kind for place in read_places("QV", files).places]
    assert kinds.count("province") == 1
    assert kinds.count("town") == 6


def test_languages_come_from_the_table_of_other_names(tmp_path: Path) -> None:
    files = [table(tmp_path, "a.txt", GAZETTEER), table(tmp_path, "b.txt", OTHER_NAMES)]
    found = read_places("QV", files)
    names = {place.id: named(place) for place in found.places}
    assert found.tells_languages
    assert names[10].labels == {"en": "Marsa Tellin", "ar": "مرسى تلّين"}
    assert names[10].aliases["fr"] == ["Marse-Telline"]
    assert "ar" not in names[10].aliases  # the other spelling is the same, folded
    assert names[14].labels["ar"] == "تل الحنار"
    assert names[3].labels["en"] == "Wadi Kharzal"
    every = {text for name in names.values() for group in name.aliases.values() for text in group}
    assert not every & {"Oldname", "Not Ours", "Tel Henar", "https://example.org/marsa"}


def test_ordinary_and_short_names_are_no_aliases(tmp_path: Path) -> None:
    places = read_places("QV", [table(tmp_path, "all.txt", GAZETTEER)]).places
    found = named(next(place for place in places if place.id == 14))
    assert found.dropped == ("Of", "TH")
    assert found.aliases == {"en": ["Tel Hanar"]}  # Kurdish in Arabic letters is neither
    assert is_ordinary("Bridge")
    assert is_ordinary("الجسر")
    assert not is_ordinary("Marsa Tellin")


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("page.html", b"<html>\t</html>\n"), ("x.bin", bytes(range(256)) * 4)],
)
def test_what_is_no_table_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GazetteerError, match=f"{name} is none of GeoNames' tables"):
        read_places("QV", [tmp_path / name])


def test_a_country_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="'QZ'"):
        read_places("QZ", [table(tmp_path, "all.txt", GAZETTEER)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=30), max_size=22), st.text(max_size=60))
def test_broken_lines_are_passed_over(tmp_path: Path, cells: list[str], others: str) -> None:
    broken = "\t".join(cells).replace("\n", " ")
    odd = row(77, "Odd", others.replace("\n", " ").replace("\t", " "))
    file = table(tmp_path, "all.txt", [GAZETTEER[0], broken, odd])
    found = read_places("QV", [file]).places
    assert 1 in [place.id for place in found]
    for place in found:
        assert named(place).labels["en"]
