"""The page that tells people of the dataset: its files, its columns, and queries to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.dataset import (
    CORRECTIONS,
    FOLDER,
    REPORTS,
    TAGS,
    UNKNOWN_MONTH,
    report_tables,
)
from generator.model import Page

_EXAMPLES = {
    "duckdb": """\
SELECT language, count(*) AS reports, min(earliest) AS first, max(latest) AS last
FROM read_json('{data}reports-{table}.jsonl')
GROUP BY language
ORDER BY reports DESC;
""",
    "pandas": """\
import pandas as pd

reports = pd.read_csv("{data}reports-{table}.csv").replace("^'", "", regex=True)
print(reports.groupby("source").size())
""",
    "jq": """\
curl -s {data}reports-{table}.jsonl |
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
    counts = {name: len(reports) for name, reports in archive.once(report_tables).items()}
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
                "listed": list(_tables(archive, counts, words)),
                "tables": (REPORTS, CORRECTIONS, TAGS),
                "examples": examples,
            },
        )


def _tables(
    archive: PublicArchive, counts: Mapping[str, int], words: Catalogue
) -> Iterator[Listed]:
    for name in sorted(counts, key=lambda name: (_is_dated(name), name), reverse=True):
        yield Listed(_title(name, words), f"reports-{name}", counts[name])
    yield Listed(words("data.table_corrections"), "corrections", len(archive.ledger))
    used = sum(term in archive.tagged for term in archive.vocabulary.terms)
    yield Listed(words("data.table_tags"), "tags", used)


def _title(name: str, words: Catalogue) -> str:
    """What readers call a table of reports: by its year, and its month where it has one."""
    if not _is_dated(name):
        return words("data.table_undated")
    year, _, month = name.partition("-")
    if month == UNKNOWN_MONTH:
        return words("data.table_no_month", year=year)
    period = words.month(int(year), int(month)) if month else year
    return words("data.table_reports", year=period)


def _is_dated(name: str) -> bool:
    return name[0].isdecimal()


def _examples(archive: PublicArchive) -> Iterator[tuple[str, str]]:
    """Each example by its name, about the newest table that the archive has."""
    tables = archive.once(report_tables)
    dated = [name for name in tables if _is_dated(name) and UNKNOWN_MONTH not in name]
    newest = next(iter(reversed(dated or list(tables))), "2016")
    source = next((r.source for r in tables.get(newest, ()) if r.source), "a-source")
    data = permalink(FOLDER, archive.settings)
    for name, code in _EXAMPLES.items():
        filled = code.replace("{data}", data).replace("{table}", newest)
        yield name, filled.replace("{source}", source.replace('"', "")).rstrip()
