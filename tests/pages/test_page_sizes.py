"""No list page is above 100 kB, whatever stands in the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from generator.archive import PublicArchive
from generator.model import FrontMatter, Page, Report
from generator.pages import browse, people, tags
from generator.pages._sizes import LARGEST_PAGE
from generator.publication import publish
from generator.rendering import BodyRenderer, Renderer, Slots
from generator.settings import LanguageSettings, Settings
from generator.vocabulary import Term, Vocabulary

FRAME = 32_000
"""Bytes that the pages leave to the theme; ``tests/site`` and ``tests/browser`` measure it."""

LONG_TITLE = "قصف «سوق الملح» & أحياء أخرى في مرسى تلين " * 5
LONG_SUMMARY = "شهود عيان يقولون إن القصف استمر طوال الليل " * 8
LONG_NAME = "لجنة أهالي المفقودين في وادي خرزل وما حوله "
SETTINGS = Settings(
    organisation="Harbour Watch",
    site_url="https://harbour.example/archive/",
    languages={
        "en": LanguageSettings(site_name="Harbour Watch"),
        "ar": LanguageSettings(site_name="مرصد الميناء", dates="ar-SY"),
    },
)


class Frame:
    """A theme that says nothing, at length."""

    def render(self, slots: Slots, language: str, address: str) -> str:
        slots_on_page = (slots.head, slots.title, slots.languages, slots.toc, slots.content)
        return f"<!-- {language} {address:.0} {'x' * FRAME} -->" + "\n".join(slots_on_page)

    def shell_address(self, language: str, address: str) -> str:
        return "x/" * address.count("/")

    def table_of_contents(
        self, headings: Sequence[Mapping[str, Any]], language: str, address: str
    ) -> str:
        return ""


def report(number: int, **fields: object) -> Report:
    """A report of which everything is long."""
    front = {
        "title": f"{LONG_TITLE[:194]} {number:05d}",
        "summary": LONG_SUMMARY,
        "source": LONG_NAME * 2,
        "language": ("ar", "en", "fr")[number % 3],
        **fields,
    }
    slug = f"قصف-سوق-الملح-وأحياء-أخرى-في-مرسى-ت-{number:05d}"
    return Report(f"2016/{slug}", FrontMatter.model_validate(front), "A text.")


def archive_of(reports: Sequence[Report], terms: Sequence[Term] = ()) -> PublicArchive:
    """What the gate lets through of these."""
    vocabulary = Vocabulary({term.id: term for term in terms})
    return publish(reports, SETTINGS, vocabulary, lambda _path, _file: b"")


def term(number: int, **fields: object) -> Term:
    """A term of which everything is long."""
    front = {
        "id": f"quarter-of-the-harbour-town-number-{number:05d}",
        "kind": "place",
        "labels": {"en": f"Quarter {number} of Harbour Town", "ar": f"{LONG_NAME}{number}"},
        "aliases": {"en": [f"Q{number}"], "ar": [f"حي الميناء {number}"]},
        "description": {"en": "A quarter & its streets. " * 20, "ar": "حي الميناء وشوارعه. " * 24},
        **fields,
    }
    return Term.model_validate(front)


def rendered(archive: PublicArchive, pages: Iterator[Page]) -> Iterator[tuple[str, int]]:
    """Address and bytes of the pages; of long lists every twentieth page is enough."""
    renderer = Renderer(archive, Frame(), BodyRenderer((), {}))
    for page in pages:
        number = re.search(r"/page-(\d+)/$", page.address)
        if number is None or int(number[1]) % 20 == 2 or page.template == "names.html":
            yield page.address, len(renderer.render(page))


def too_large(archive: PublicArchive, pages: Iterator[Page]) -> dict[str, int]:
    """The pages above the limit, with their bytes."""
    sizes = dict(rendered(archive, pages))
    assert sizes
    return {address: size for address, size in sizes.items() if size > LARGEST_PAGE}


def test_reports_by_date() -> None:
    dates = ["2016-05-01"] * 5_000 + ["[2015-11-03,2016-11-04]"] * 3_000 + ["XXXX"] * 10_000
    dates += ["2014-02-01"] * 60 + ["[2014-02-01,2013-02-01]"] * 3_000 + ["2012"] * 400
    reports = [report(number, date=date) for number, date in enumerate(dates)]
    archive = archive_of(reports)
    assert too_large(archive, browse.pages(archive)) == {}


def test_a_hundred_years_of_months() -> None:
    months = [(year, month) for year in range(1920, 2020) for month in range(1, 13)]
    dates = [f"{year}-{month:02d}" for year, month in months] * 2
    dates += [f"[{year}-{month:02d}-01,{year + 1}-{month:02d}-01]" for year, month in months]
    archive = archive_of([report(number, date=date) for number, date in enumerate(dates)])
    pages = {page.address: page for page in browse.pages(archive)}
    overviews = [pages["browse/"], pages["ar/browse/"]]
    assert too_large(archive, iter(overviews)) == {}
    for page in overviews:
        html = Renderer(archive, Frame(), BodyRenderer((), {})).fragment(page)
        assert all(f"browse/{year}/" in html for year in range(1920, 2021))


def test_dates_of_many_parts() -> None:
    days = ",".join(f"2016-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29))
    years = ",".join(f"{year}-02" for year in range(1920, 2020))
    archive = archive_of(
        [report(number, date=f"[{(days, years)[number % 2]}]") for number in range(300)]
    )
    assert too_large(archive, browse.pages(archive)) == {}


def test_a_vocabulary_of_eighteen_thousand_terms() -> None:
    kinds = ["place"] * 16_000 + ["actor"] * 1_500 + ["Kind of our own"] * 500
    terms = [term(number, kind=kind) for number, kind in enumerate(kinds)]
    ids = [term.id for term in terms]
    reports = [report(n, tags=ids[n * 50 : n * 50 + 50]) for n in range(len(ids) // 50)]
    archive = archive_of(reports, terms)
    own = (p for p in tags.pages(archive) if p.template != "tag.html" or "00/" in p.address)
    assert too_large(archive, own) == {}


def test_a_term_with_everything() -> None:
    names = [f"{LONG_NAME * 3}{number}" for number in range(500)]
    widest = [term(10_000)]
    for number in range(10_001, 10_030):
        widest.append(term(number, broader=widest[-1].id))
    top = term(1, broader=widest[-1].id, aliases={"ar": names, "fr": names, "en": names})
    narrower = [term(number, broader=top.id) for number in range(2, 502)]
    reports = [report(n, tags=[t.id]) for n, t in enumerate([*narrower, *narrower])]
    archive = archive_of(reports, [*widest, top, *narrower])
    pages = {page.address: page for page in tags.pages(archive)}
    assert too_large(archive, iter(pages.values())) == {}
    for prefix in ("", "ar/"):
        page = pages[f"{prefix}tags/{top.id}/"]
        shown = page.context["narrower"]
        assert isinstance(shown, list)
        assert 30 <= len(shown) <= 60
        assert f"{prefix}tags/{top.id}/narrower/" in pages


def test_twenty_thousand_authors() -> None:
    authors = [f"{'مسـأبتث'[n % 7]}{LONG_NAME}{n}" for n in range(14_000)]
    authors += [f"{'ABCDEFGHIJKLMNO'[n % 15]}. O'Holt & Sons, number {n}" for n in range(6_000)]
    reports = [report(n, authors=authors[n * 100 : n * 100 + 100]) for n in range(200)]
    archive = archive_of(reports)
    own = (page for page in people.pages(archive) if page.template == "names.html")
    assert too_large(archive, own) == {}


@pytest.mark.parametrize("character", ["a", "ع", "&", '"', "漢", "😀"])
def test_titles_of_any_length_and_script(character: str) -> None:
    reports = [
        report(n, title=character * (n + 1) * 40, summary=character * 5_000, source=character * 900)
        for n in range(120)
    ]
    archive = archive_of(reports)
    assert too_large(archive, browse.pages(archive)) == {}
    assert too_large(archive, people.pages(archive)) == {}
