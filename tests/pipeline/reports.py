"""Raw reports that several tests of the import use."""

from __future__ import annotations

import hashlib

KEYS = [
    "input",
    "path",
    "title",
    "publisher",
    "source",
    "authors",
    "date",
    "language",
    "tags",
    "rights",
    "inferred",
    "problems",
]
WIRE_PATH = "2016/dockers-walk-out-at-port-tarn"
MARKDOWN = """\
---
title: "Crane report: the finding"
date: 2017-03-02
author: Mira Holt, Sami Nader
tags: [siege]
lang: en
---

The crane **failed**.

    code stays
"""


def sha(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def report(number: int) -> str:
    """A short report unlike any other."""
    return f"Report number {number} of the port\n\nCrane {number} stood still for {number} days.\n"
