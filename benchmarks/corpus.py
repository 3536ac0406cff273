"""A corpus of any size: reports over fifteen years with all that reports have, in two languages.

Lengths follow a log-normal law with a mean of 464 words, as in the archives that the design was
measured on; a third is Arabic; a tenth has Markdown; the same size and seed give the same bytes.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from slugify import slugify

from benchmarks.words import Tongue, tongues

_FIRST = datetime.date(2011, 1, 1)
_DAYS = 15 * 365
_MEAN, _SPREAD = 5.96, 0.6  # of the logarithm: exp(5.96 + .6²/2) = 464 words
_PLACES, _ACTORS, _THEMES, _SOURCES, _AUTHORS = 240, 60, 40, 12, 200


@dataclass(frozen=True)
class Report:
    """One report of the corpus: where it stands, its front matter, its body."""

    path: str
    fields: Mapping[str, object]
    body: str


class Corpus:
    """Reports and their vocabulary, made when asked for."""

    def __init__(self, seed: int = 0) -> None:
        """Use this seed."""
        self._seed = seed
        self._tongues = tongues()
        chance = random.Random(seed)
        self.terms = list(self._invent_terms(chance))
        english, arabic = self._tongues
        self._authors = [
            tongue.name(chance, 2).title()
            for tongue in (english, arabic)
            for _ in range(_AUTHORS // 2)
        ]

    def reports(self, count: int, first: int = 0) -> Iterator[Report]:
        """The reports numbered ``first`` to ``first + count - 1``."""
        return (self._report(number) for number in range(first, first + count))

    def vocabulary(self) -> str:
        """The vocabulary's file."""
        lines = []
        for term in self.terms:
            lines.append(f"- id: {term['id']}\n  kind: {term['kind']}")
            lines.append(f"  labels: {{en: {term['en']}, ar: {term['ar']}}}")
            if "broader" in term:
                lines.append(f"  broader: {term['broader']}")
        return "\n".join(lines) + "\n"

    def _report(self, number: int) -> Report:
        chance = random.Random(f"{self._seed}/{number}")
        tongue = self._tongues[chance.random() < 1 / 3]
        title = tongue.title(chance)
        day = _FIRST + datetime.timedelta(days=int(_DAYS * chance.random() ** 0.7))
        slug = slugify(title, allow_unicode=True, max_length=40) or "report"
        fields: dict[str, object] = {
            "title": title,
            "date": _date(day, chance),
            "source": f"source-{int(chance.paretovariate(1.2)) % _SOURCES}",
            "authors": chance.sample(self._authors, chance.choice((0, 1, 1, 2))),
            "tags": self._tags(chance),
            "language": tongue.language,
            "summary": tongue.sentences(18, chance)[0],
        }
        body = _body(tongue, chance)
        named = {name: value for name, value in fields.items() if value}
        return Report(f"{day.year}/{slug}-{number}", named, body)

    def _tags(self, chance: random.Random) -> Sequence[str]:
        usable = [term["id"] for term in self.terms if term["kind"] != "source"]
        drawn = (int(chance.paretovariate(0.5)) % len(usable) for _ in range(chance.randint(1, 6)))
        return list(dict.fromkeys(usable[place] for place in drawn))

    def _invent_terms(self, chance: random.Random) -> Iterator[Mapping[str, str]]:
        english, arabic = self._tongues
        kinds = (("place", _PLACES), ("actor", _ACTORS), ("theme", _THEMES), ("source", _SOURCES))
        for kind, count in kinds:
            for number in range(count):
                term = {
                    "id": f"{kind}-{number}",
                    "kind": kind,
                    "en": english.name(chance, 2).title(),
                    "ar": arabic.name(chance, 2),
                }
                if kind == "place" and number > 12:
                    term["broader"] = f"place-{number % 12}"
                yield term


def _date(day: datetime.date, chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.9:
        return day.isoformat()
    if kind < 0.95:
        return f"{day:%Y-%m}"
    return f"[{day},{day + datetime.timedelta(days=7)}]"


def _body(tongue: Tongue, chance: random.Random) -> str:
    count = max(40, min(4000, int(chance.lognormvariate(_MEAN, _SPREAD))))
    sentences = tongue.sentences(count, chance)
    size = chance.randint(2, 5)
    paragraphs = [" ".join(sentences[n : n + size]) for n in range(0, len(sentences), size)]
    if chance.random() < 0.1:
        paragraphs = _marked_up(paragraphs, tongue, chance)
    return "\n\n".join(paragraphs) + "\n"


def _marked_up(paragraphs: list[str], tongue: Tongue, chance: random.Random) -> list[str]:
    first, *rest = paragraphs
    items = "\n".join(f"- {tongue.title(chance)}" for _ in range(4))
    table = "| a | b |\n|---|---|\n" + "\n".join(
        f"| {tongue.title(chance)} | {chance.randint(1, 900)} |" for _ in range(5)
    )
    quote = f"> {tongue.sentences(14, chance)[0]}"
    link = f"*{tongue.title(chance)}*, [{tongue.title(chance)}](https://else.example/{chance.randint(1, 99)})."
    return [first, f"## {tongue.title(chance)}", items, *rest, table, quote, link]
