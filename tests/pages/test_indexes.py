"""Indexes from A to Z and أ to ي, and that nothing in them takes the place of anything else."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.addresses import slug_of_name
from generator.archive import PublicArchive
from generator.model import Page
from generator.pages import all_pages
from generator.pages._letters import letter_of, sort_key
from tests.pages.test_page_sizes import archive_of, report, term


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Harbour Quarter", "H"),
        ("élan", "E"),
        ("Łódź Street", "L"),
        ("Ægir", "A"),
        ("‘The Lantern’", "T"),
        ("«حصار»", "ح"),
        ("المرصد", "م"),
        ("أحمد", "ا"),
        ("إدريس", "ا"),
        ("آمنة", "ا"),
        ("الأمل", "ا"),
        ("ال", "ا"),
        ("مُرسى", "م"),
        ("کابل", "ك"),
        ("3rd Brigade", "#"),
        ("٣ آذار", "#"),
        ("Дом", "#"),
        ("漢字", "#"),
        ("***", "#"),
        ("", "#"),
    ],
)
def test_letters(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_each_language_begins_with_its_own_script() -> None:
    names = ["3rd Brigade", "Zahra", "العدل", "ambar", "إدريس", "Émile"]
    english = sorted(names, key=lambda name: sort_key(name, "en"))
    arabic = sorted(names, key=lambda name: sort_key(name, "ar"))
    assert english == ["ambar", "Émile", "Zahra", "إدريس", "العدل", "3rd Brigade"]
    assert arabic == ["إدريس", "العدل", "ambar", "Émile", "Zahra", "3rd Brigade"]


def pages_of(archive: PublicArchive) -> dict[str, Page]:
    return {page.address: page for page in all_pages(archive)}


def test_names_that_look_like_pages_of_an_index_stand_beside_them() -> None:
    authors = ["a", "A", "page-2", "letter_a", "letter a", "kind_place", "#", "other", "narrower"]
    ids = ["page-2", "letter-a", "kind-place", "narrower", "a", "possible", "undated"]
    crowd = [f"A. Holt {n} of the Harbour Town and its {'many ' * 12}Quarters" for n in range(700)]
    terms = [term(n, id=name, kind=("place", "Place!")[n % 2]) for n, name in enumerate(ids)]
    reports = [
        report(1, authors=authors, tags=ids, source="page-2"),
        *(report(n, authors=crowd[n * 70 - 700 : n * 70 - 630]) for n in range(10, 20)),
    ]
    archive = archive_of(reports, terms)
    addresses = Counter(page.address for page in all_pages(archive))
    assert {address: count for address, count in addresses.items() if count > 1} == {}
    assert {"authors/letter_a/", "authors/letter_a/page-2/", "authors/letter-a/"} <= set(addresses)
    assert {"authors/a/", "authors/page-2/", "tags/page-2/", "tags/kind-place/"} <= set(addresses)
    assert {"tags/kind_place/", "tags/kind_place-2/"} <= set(addresses)


@pytest.mark.parametrize("name", ["a_b", "_", "__init__", "letter_ا", "a\u203fb"])
def test_no_name_has_an_underscore_in_its_address(name: str) -> None:
    assert "_" not in slug_of_name(name)


def test_a_short_index_is_one_page_and_a_long_one_is_parted() -> None:
    few = pages_of(archive_of([report(1, authors=["Mira Holt", "سامر"])]))
    assert not [address for address in few if "letter_" in address]
    names = [f"{'BDM'[n % 3]}. Holt, {'harbour ' * 9}{n}" for n in range(900)]
    reports = [report(n, authors=names[n * 90 : n * 90 + 90]) for n in range(10)]
    many = pages_of(archive_of([*reports, report(10, authors=names[:7])]))
    root, letter = many["authors/"], many["authors/letter_b/"]
    assert not root.context["shown"]
    assert len(root.context["most"]) == 7  # type: ignore[arg-type]  # a list of entries
    assert letter.title == "Authors: B"
    assert letter.context["here"] == "B"


def test_every_name_of_a_term_leads_to_it_from_the_index() -> None:
    archive = archive_of([report(1, tags=[term(7).id])], [term(7)])
    page = pages_of(archive)["tags/kind_place/"]
    entries = [entry for letter in page.context["shown"] for entry in letter.entries]  # type: ignore[attr-defined]  # letters
    assert [(entry.name, entry.see) for entry in entries] == [
        ("Q7", "Quarter 7 of Harbour Town"),
        ("Quarter 7 of Harbour Town", ""),
        ("حي الميناء 7", "Quarter 7 of Harbour Town"),
        (term(7).labels["ar"], "Quarter 7 of Harbour Town"),
    ]
    assert {entry.address for entry in entries} == {f"tags/{term(7).id}/"}


def test_languages_are_listed_by_their_name_in_the_language_of_the_page() -> None:
    pages = pages_of(archive_of([report(0), report(1), report(2), report(3, language="pt-BR")]))
    assert pages["languages/pt-br/"].title == "Portuguese (Brazil)"
    assert pages["languages/ar/"].title == "Arabic"
    assert pages["ar/languages/fr/"].title == "الفرنسية"
    assert pages["languages/"].title == "Languages"
