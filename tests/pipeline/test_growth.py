"""Time grows with the size of a file and not with its square, whatever stands in it.

Processor time of two sizes is compared in one process, the best of several tries, and generously:
eight times as much may take 24 times as long. With the square it would be 64 times.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from generator.inference import Context
from generator.inference.agencies import agencies_for
from generator.mail.recognition import is_mail
from generator.model import RawReport
from generator.pipeline.importing import prepared
from generator.vocabulary import Vocabulary

_SMALL, _TIMES, _MOST = 6_000, 8, 24
_TRIES = 5
_LEAST = 0.02  # seconds of processor time that are worth comparing
_VOCABULARY = Vocabulary({})
_CONTEXT = Context(_VOCABULARY, agencies_for(_VOCABULARY), ("Harbour Watch",))
_SENTENCE = "The port said on Friday that 12 cranes had failed at the Old Quay, Mira Holt wrote. "

_REPEATED = {
    "one long line": _SENTENCE,
    "one word": "a",
    "names": "Mira Holt, ",
    "capitals": "Ab Cd ",
    "bylines": "By Mira Holt and ",
    "Arabic bylines": "بقلم ",
    "letters with marks": "ا\u064b",
    "dates": "Oct 28, 2016 ",
    "numbers": "12/",
    "copyright": "© 2016 Northern Wire ",
    "dashes": "– ",
    "brackets": "([",
    "quotation marks": "\"'",
    "stars": "*_`",
    "links": "[a](",
    "addresses": "https://a.example/",
    "people's addresses": "a@b.",
    "columns": "a;b,c\t",
    "short lines": "Ab Cd\n",
    "paragraphs": "Ab cd.\n\n",
    "fields of a mail": "From: a@b\n",
    "rules": "---\n",
    "line ends": "\r\n",
    "headings": "# a\n",
}
_BETWEEN = {"spaces": " ", "tabs": "\t", "empty lines": "\n", "hard spaces": "\u00a0"}


def _imported(text: str) -> object:
    return prepared((RawReport.of("report.txt", text.encode(), date(2026, 1, 1)),), _CONTEXT)


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


def _grows(
    text: Callable[[int], str], work: Callable[[str], object] = _imported, size: int = _SMALL
) -> bool:
    """Whether eight times as much took far more than eight times as long, in every try."""
    for _ in range(_TRIES):
        small = max(_seconds(work, text(size)), _LEAST / _TIMES)
        if _seconds(work, text(size * _TIMES)) < small * _MOST:
            return False
    return True


@pytest.mark.parametrize("repeated", _REPEATED.values(), ids=_REPEATED)
def test_what_repeats(repeated: str) -> None:
    assert not _grows(lambda size: repeated * (size // len(repeated)))


@pytest.mark.parametrize("space", _BETWEEN.values(), ids=_BETWEEN)
@pytest.mark.parametrize("head", ["", "A title\n", "title\ttext\n", "From"])
def test_what_is_between(space: str, head: str) -> None:
    assert not _grows(lambda size: f"{head}{space * size}x")


@pytest.mark.parametrize("space", _BETWEEN.values(), ids=_BETWEEN)
def test_the_head_by_which_a_mail_is_recognised(space: str) -> None:
    assert not _grows(lambda size: f"{space * size}x", lambda text: is_mail(text.encode()), 500)
