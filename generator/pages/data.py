"""The page that tells people of the dataset: its files, its columns, and queries to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.dataset import CORRECTIONS, FOLDER, REPORTS, TAGS, reports_of_years
from generator.model import Page
from generator.publication import PublicArchive, permalink

_EXAMPLES = {
    "duckdb": """\
SELECT language, count(*) AS reports, min(earliest) AS first, max(latest) AS last
FROM read_json('{data}reports-{year}.jsonl')
GROUP BY language
ORDER BY reports DESC;
""",
    "pandas": """\
import pandas as pd

reports = pd.read_csv("{data}reports-{year}.csv").replace("^'", "", regex=True)
print(reports.groupby("source").size())
""",
    "jq": """\
curl -s {data}reports-{year}.jsonl |
  jq -r 'select(.source == "{source}") | [.date, .title, .permalink] | @tsv'
""",
    "sqlite": """\
archive export sqlite --out archive.sqlite
sqlite3 archive.sqlite "
  SELECT date, title, permalink
  FROM reports_fts JOIN reports ON reports.id = reports_fts.rowid
  WHERE reports_fts MATCH 'water'
  ORDER BY rank LIMIT 10;"
""",
}


@dataclass(frozen=True)
class Listed:
    """One table in the list of files: what it is called, its file without ending, its rows."""

    title: str
    name: str
    count: int


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``data/`` in each language; the files stand below the one at the root."""
    years = {year: len(reports) for year, reports in archive.once(reports_of_years).items()}
    examples = list(_examples(archive))
    for language in archive.settings.languages:
        words = Catalogue(language, archive.settings.date_locale(language))
        yield Page(
            address=f"{archive.settings.prefix(language)}{FOLDER}",
            language=language,
            title=words("data.title"),
            template="data.html",
            context={
                "description": words("data.package"),
                "folder": FOLDER,
                "listed": list(_tables(archive, years, words)),
                "tables": (REPORTS, CORRECTIONS, TAGS),
                "examples": examples,
            },
        )


def _tables(archive: PublicArchive, years: Mapping[str, int], words: Catalogue) -> Iterator[Listed]:
    for year in sorted(years, key=lambda year: (year.isdecimal(), year), reverse=True):
        is_dated = year.isdecimal()
        title = words("data.table_reports", year=year) if is_dated else words("data.table_undated")
        yield Listed(title, f"reports-{year}", years[year])
    yield Listed(words("data.table_corrections"), "corrections", len(archive.ledger))
    used = sum(term in archive.tagged for term in archive.vocabulary.terms)
    yield Listed(words("data.table_tags"), "tags", used)


def _examples(archive: PublicArchive) -> Iterator[tuple[str, str]]:
    """Each example by its name, about the newest year that the archive has."""
    years = archive.once(reports_of_years)
    dated = [year for year in years if year.isdecimal()]
    year = next(iter(reversed(dated or list(years))), "2016")
    source = next((r.source for r in years.get(year, ()) if r.source), "a-source")
    data = permalink(FOLDER, archive.settings)
    for name, code in _EXAMPLES.items():
        filled = code.replace("{data}", data).replace("{year}", year)
        yield name, filled.replace("{source}", source.replace('"', "")).rstrip()
