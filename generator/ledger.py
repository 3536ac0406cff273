"""What the record says happened when: a report's arrival, its corrections, withdrawals.

A build reads no clock. So these days are all that feeds, sitemaps and the ledger know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model import PublicReport, Tombstone


@dataclass(frozen=True)
class LedgerEntry:
    """One correction, or one withdrawal.

    Attributes:
        day: when it was made; None where a withdrawal does not say.
        note: what was wrong, or why the report was withdrawn.
        path: the report's path under articles/.
        address: where the report stands, or its tombstone.
        number: counts the corrections of a report on one day, from 1.
        report: the corrected report; None for a withdrawal, of which nothing else is public.
    """

    day: date | None
    note: str
    path: str
    address: str
    number: int = 1
    report: PublicReport | None = None

    @property
    def is_withdrawal(self) -> bool:
        """Whether the report was withdrawn."""
        return self.report is None

    @property
    def name(self) -> str:
        """What the entry is called behind the ``#`` of the report's address; it never changes."""
        if self.is_withdrawal:
            return "withdrawal"
        return f"correction-{self.day}" + (f"-{self.number}" if self.number > 1 else "")


def arrived(report: PublicReport) -> date | None:
    """The day on which a report came into the archive, or what the record has nearest to it.

    That is the day on which its original was retrieved, otherwise the first day that its date may
    mean; None where nothing is known.
    """
    if report.original is not None and report.original.retrieved is not None:
        return report.original.retrieved
    earliest = report.date.earliest
    return earliest if earliest is not None and earliest > date.min else None


def changed(report: PublicReport) -> date | None:
    """The day of a report's latest correction, or of its arrival where that is later."""
    days = [correction.date for correction in report.corrections]
    arrival = arrived(report)
    return max([*days, arrival] if arrival else days, default=None)


def order_of_arrival(report: PublicReport) -> tuple[object, ...]:
    """Sorts reports as they came in; those of one day by their date, the undated ones first."""
    return (arrived(report) or date.min, report.date.is_known, report.date.sort_key, report.path)


def ledger(
    reports: Iterable[PublicReport], tombstones: Iterable[Tombstone]
) -> tuple[LedgerEntry, ...]:
    """Every correction and withdrawal, newest first; withdrawals without a day stand last."""
    entries = [entry for report in reports for entry in _corrections(report)]
    entries += [_withdrawal(stone) for stone in tombstones]
    entries.sort(
        key=lambda entry: (-(entry.day or date.min).toordinal(), entry.path, -entry.number)
    )
    return tuple(entries)


def _corrections(report: PublicReport) -> Iterable[LedgerEntry]:
    """The corrections of a report as its front matter has them within one day."""
    seen: Counter[date] = Counter()
    for correction in report.corrections:
        day = correction.date
        seen[day] += 1
        yield LedgerEntry(day, correction.note, report.path, report.address, seen[day], report)


def _withdrawal(stone: Tombstone) -> LedgerEntry:
    made = stone.withdrawal
    if made is None:
        return LedgerEntry(None, "", stone.path, stone.address)
    return LedgerEntry(made.date, made.reason, stone.path, stone.address)
