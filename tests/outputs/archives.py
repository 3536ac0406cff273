"""Public archives from reports made up on the spot, as the gate lets them through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from generator.archive import PublicArchive
from generator.model import FrontMatter, Report
from generator.publication import publish
from generator.settings import validate_settings, with_defaults
from generator.vocabulary import Term, Vocabulary
from tests.conftest import VOCABULARY

SITE = "https://harbour.example/archive/"
OPTIONS: dict[str, object] = {
    "site_url": SITE,
    "organisation": "Harbour Watch",
    "languages": {
        "en": {"site_name": "Harbour Watch & Co", "description": "What the <port> keeps quiet."},
        "ar": {"site_name": "مرصد الميناء"},
    },
}


def report(path: str, body: str = "A text.", **fields: Any) -> Report:
    """A report; its title is made from its path where none is given."""
    title = path.rpartition("/")[2].replace("-", " ")
    return Report(path, FrontMatter.model_validate({"title": title, **fields}), body)


def original(retrieved: str, **fields: object) -> dict[str, object]:
    """The record of an original that came in on a day."""
    return {"sha256": "0" * 64, "retrieved": retrieved, **fields}


def archive_of(reports: Iterable[Report], **options: object) -> PublicArchive:
    """What is public of these reports."""
    terms = [Term.model_validate(entry) for entry in yaml.safe_load(VOCABULARY)]
    settings = validate_settings(with_defaults({**OPTIONS, **options}, "Harbour Watch"))
    vocabulary = Vocabulary({term.id: term for term in terms})
    return publish(reports, settings, vocabulary, lambda path, file: f"{path}/{file}".encode())
