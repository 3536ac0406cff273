"""A short text for a value of any depth: the same for equal values, in every process.

Values are written by pickle without its memo, so that the bytes don't tell which parts are one
object and which are only equal. A PublicReport stands in it as its digest: what a page is made from
holds dozens of reports, and every report stands in dozens of pages. Functions stand as their name;
their code is part of what all pages share (``generator.pipeline.building.base``).

A set has another order in every process, so a value with one in it would look new each time: what
pages are made from has none.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from generator.model import PublicReport

_SIZE = 16


def fingerprint(*values: object) -> bytes:
    """16 bytes that stand for these values.

    Raises:
        TypeError: one of them has something in it that has no name and no parts, such as a lambda.
    """
    written = io.BytesIO()
    pickler = _Pickler(written, protocol=5)
    pickler.fast = True
    try:
        pickler.dump(values)
    except (pickle.PicklingError, AttributeError) as error:
        raise TypeError(f"no fingerprint can be taken: {error}") from error
    return hashlib.blake2b(written.getbuffer(), digest_size=_SIZE).digest()


def marks_of_reports(reports: Iterable[PublicReport | None]) -> str | list[object]:
    """What stands for these reports in a fingerprint, which is taken of it in a tenth of the time.

    The reports of an archive all have a digest, of one line; where one has none, or where None stands
    among them, each stands for itself.
    """
    listed = list(reports)
    digests = [report.digest if report else "" for report in listed]
    if all(digests):
        return "\n".join(digests)
    return [report and (report.digest or report) for report in listed]


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        """How what is not plain stands in the fingerprint; nothing is ever read back from it."""
        if isinstance(obj, PublicReport):
            return (_Report, (obj.digest,)) if obj.digest else NotImplemented
        if isinstance(obj, BaseModel):
            return _Model, (type(obj).__qualname__, dict(obj))
        return NotImplemented


class _Report:
    """Stands for a report."""


class _Model:
    """Stands for a pydantic model: its fields, and not the set of those that were given."""
