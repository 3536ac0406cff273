"""Each field of a labelled report against the truth: right, wrong, left open, invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.dates import parse_edtf

from .labels import Labelled

FIELDS = ("title", "publisher", "source", "authors", "date", "language", "rights", "url", "body")
"""What is scored, in the order of the tables."""

DATE_OUTCOMES = ("exact", "within", "wrong", "invented", "open", "rightly open")
"""What can become of a date: as the label has it; a set that contains it; another day or a set
without it; a value where the text says nothing; nothing where the text says it; nothing where it
says nothing."""


@dataclass(frozen=True)
class Score:
    """Counts of values: right ones, wrong or invented ones, and those of the label that lack."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        """Both together."""
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what the labels have that was found; 1 where they have nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where nothing was to be found and nothing was."""
        wrong = self.wrong + self.missed
        return 2 * self.right / (2 * self.right + wrong) if self.right + wrong else 1.0

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to find and nothing was found."""
        return self == Score()


def score(report: Labelled, field: str) -> Score:
    """One field of one report; an empty score where the label does not speak of it."""
    if field == "body":
        return _body(report)
    if field == "date":
        return _date(report)
    if field not in report.truth:
        return Score()
    true, found = _values(report.truth[field]), _values(report.found.get(field))
    right = (true & found).total()
    return Score(right, found.total() - right, true.total() - right)


def total(reports: Iterable[Labelled], field: str) -> Score:
    """One field of all these reports."""
    return sum((score(report, field) for report in reports), Score())


def date_outcome(report: Labelled) -> str:
    """One of DATE_OUTCOMES; empty where the label says nothing of a date."""
    found = str(report.found.get("date") or "")
    exact, within = report.truth.get("date"), report.truth.get("date_contains")
    if "date" not in report.truth and within is None:
        return ""
    known = bool(found) and parse_edtf(found).is_known
    if exact is None and within is None:
        return "invented" if known else "rightly open"
    if not known:
        return "open"
    if exact is not None and found == str(exact):
        return "exact"
    value, day = parse_edtf(found), _day(str(within or exact))
    holds = day is not None and not value.is_exact and value.contains(day)
    return "within" if holds else "wrong"


def errors(reports: Iterable[Labelled]) -> Iterator[str]:
    """Each mistake as a line: the report, the field, what came out, what is true."""
    for report in reports:
        for field in FIELDS:
            marks = score(report, field)
            if field == "date" and date_outcome(report) in ("within", "rightly open"):
                continue
            if not marks.wrong and not marks.missed:
                continue
            yield f"{report.name}: {field}: {_told(report, field)}"


def _values(value: object) -> Counter[str]:
    listed = value if isinstance(value, (list, tuple)) else (value,)
    return Counter(str(item) for item in listed if item not in (None, ""))


def _date(report: Labelled) -> Score:
    """Exact dates only: a set that contains the day is neither right nor wrong, but missed."""
    outcome = date_outcome(report)
    has_day = report.truth.get("date") is not None
    return Score(
        right=int(outcome == "exact"),
        wrong=int(outcome in ("wrong", "invented")),
        missed=int(has_day and outcome != "exact"),
    )


def _day(text: str) -> date | None:
    return parse_edtf(text).earliest


def _body(report: Labelled) -> Score:
    """Marks that have to be seen, and marks that must not be."""
    kept = [_is_in(report, text) for text in report.texts("kept")]
    dropped = [_is_in(report, text) for text in report.texts("dropped")]
    return Score(right=sum(kept), wrong=sum(dropped), missed=len(kept) - sum(kept))


def _is_in(report: Labelled, text: str) -> bool:
    return " ".join(text.split()) in report.body


def _told(report: Labelled, field: str) -> str:
    if field == "date":
        truth = report.truth.get("date") or report.truth.get("date_contains")
        return f"{date_outcome(report)}: {report.found.get('date')!r}, true {str(truth)!r}"
    if field == "body":
        lost = [text for text in report.texts("kept") if not _is_in(report, text)]
        left = [text for text in report.texts("dropped") if _is_in(report, text)]
        return f"lost {lost}, left in {left}"
    return f"{report.found.get(field)!r}, true {report.truth[field]!r}"
