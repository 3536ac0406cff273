"""The scores as tables in Markdown, for the terminal and for docs/contributing/accuracy.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.inference.labelled import SAMPLES

from .bodies import Bodies
from .labels import Labelled
from .scoring import DATE_OUTCOMES, FIELDS, date_outcome, total

PAGE = SAMPLES.parents[1] / "docs" / "contributing" / "accuracy.md"
_BEGIN = "<!-- measured: written by `make eval DOCS=write` -->"
_END = "<!-- end of what is measured -->"


def tables(reports: Sequence[Labelled], bodies: Bodies) -> str:
    """All tables, each with a heading."""
    parts = (
        ("Fields, over all formats", fields_table(reports)),
        ("F1 by format and language", groups_table(reports)),
        ("Dates", dates_table(reports)),
        ("Bodies of pages, word by word", bodies_table(bodies)),
    )
    return "\n\n".join(f"### {heading}\n\n{table}" for heading, table in parts)


def fields_table(reports: Sequence[Labelled]) -> str:
    """Precision, recall and F1 of each field."""
    rows = []
    for field in FIELDS:
        score = total(reports, field)
        shares = (_share(score.precision), _share(score.recall), _share(score.f1))
        counts = (str(score.right), str(score.wrong), str(score.missed))
        rows.append((field, *shares, *counts))
    return _table(("field", "precision", "recall", "F1", "right", "wrong", "missed"), rows)


def groups_table(reports: Sequence[Labelled]) -> str:
    """F1 of each field for each format in each language; a dash where there is nothing to find."""
    rows = []
    for (kind, language), group in by_group(reports).items():
        scores = [total(group, field) for field in FIELDS]
        marks = ("–" if score.is_empty else _share(score.f1) for score in scores)
        rows.append((kind, language, str(len(group)), *marks))
    return _table(("format", "language", "reports", *FIELDS), rows)


def dates_table(reports: Sequence[Labelled]) -> str:
    """How many dates came out how, by format."""
    groups: dict[str, list[Labelled]] = {}
    for report in reports:
        groups.setdefault(report.format, []).append(report)
    rows = [_outcomes(kind, group) for kind, group in groups.items()]
    return _table(("format", *DATE_OUTCOMES), [*rows, _outcomes("all", reports)])


def bodies_table(bodies: Bodies) -> str:
    """Our bodies beside trafilatura's own."""
    rows = [
        ("this archive", str(bodies.pages), *map(_share, bodies.ours)),
        ("trafilatura", str(bodies.pages), *map(_share, bodies.trafilatura)),
    ]
    return _table(("body by", "pages", "precision", "recall", "F1"), rows)


def by_group(reports: Iterable[Labelled]) -> Mapping[tuple[str, str], list[Labelled]]:
    """Reports by format and language, sorted."""
    groups: dict[tuple[str, str], list[Labelled]] = {}
    for report in reports:
        groups.setdefault((report.format, report.language), []).append(report)
    return dict(sorted(groups.items()))


def told_in(page: Path) -> str:
    """The tables that stand on the page."""
    return page.read_text("utf-8").partition(_BEGIN)[2].partition(_END)[0].strip()


def tell_in(page: Path, text: str) -> None:
    """Write the tables on the page anew."""
    before, begin, rest = page.read_text("utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    assert begin and end, f"{page} has no place for the tables"
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", "utf-8")


def _outcomes(name: str, reports: Iterable[Labelled]) -> tuple[str, ...]:
    counts = Counter(date_outcome(report) for report in reports)
    return (name, *(str(counts[outcome]) for outcome in DATE_OUTCOMES))


def _share(value: float) -> str:
    """Three places, rounded down, so that 1.000 means all of them."""
    return f"{int(value * 1000 + 1e-9) / 1000:.3f}".removeprefix("0")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
