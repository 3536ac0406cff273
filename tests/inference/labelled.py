"""Labelled samples: raw texts of a country that does not exist, each with the truth beside it.

``NN-name.txt`` or ``.html`` is the raw report, ``NN-name.yml`` what a careful reader would write down, and
``NN-name.md`` the article that the generator makes of it. In the yml:

    title, publisher, source, authors, language, rights   exact; null: to be left open
    date            exact; null: to be left open
    date_contains   instead of date: any value that may mean this day but is not one exact day
    url, summary, tags   exact, where the label has them
    title_from_text the title is the story's first sentence and stays in the body too
    kept, dropped   what a reader of the rendered body must see, and must not
    body            pages only: all the words of the report, for tests/evaluation
    misses          fields that are known to come out wrong; one that comes out right fails too

``forms/`` has labels for some of these fields only, and no articles (``test_forms.py``).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import markdown
import yaml

from generator.dates import parse_edtf
from generator.frontmatter import compose
from generator.importers import container_for, importer_for
from generator.inference import Context, Inferred, infer
from generator.inference.agencies import agencies_for
from generator.model import Draft, RawReport
from generator.pipeline.importing.results import told
from generator.vocabulary import Vocabulary, read_vocabulary

SAMPLES = Path(__file__).parents[1] / "samples"
CONTAINERS = ("feed", "json", "mbox", "table", "warc", "wordpress", "zip")
RETRIEVED = date(2025, 3, 1)
EXACT_FIELDS = ("title", "publisher", "source", "authors", "language", "rights")
OTHER_FIELDS = ("url", "summary", "tags")
_INLINE_TAG = re.compile(r"</?(?:em|strong|code|a|abbr|sup|span|img)\b[^>]*>")
EXTENSIONS = (
    *("tables", "footnotes", "attr_list", "def_list", "admonition", "abbr"),
    *("md_in_html", "sane_lists", "toc"),
)


@dataclass(frozen=True)
class Sample:
    """A raw report and what is true of it."""

    raw: Path
    truth: dict[str, object]

    @property
    def misses(self) -> frozenset[str]:
        """Fields that are known to come out wrong."""
        return frozenset(self.texts("misses"))

    def texts(self, name: str) -> list[str]:
        """A list of the truth."""
        listed = self.truth.get(name) or []
        assert isinstance(listed, list), f"{self.raw.stem}.yml: {name} must be a list"
        return [str(item) for item in listed]


@cache
def raw_files() -> tuple[Path, ...]:
    """The raw report of every sample, labelled or not."""
    return tuple(sorted((*_labelled_files(), *SAMPLES.glob("markdown/*.raw.md"))))


def _labelled_files() -> list[Path]:
    kinds = (
        "text/*.txt",
        "html/*.html",
        "mail/*.eml",
        "docx/*.docx",
        "odt/*.odt",
        "pdf/*.pdf",
        "mhtml/*.mhtml",
        "page_as_text/*.txt",
    )
    return sorted(file for kind in kinds for file in SAMPLES.glob(kind))


@cache
def containers() -> tuple[Path, ...]:
    """The samples of formats that hold several reports; part n has its golden file in ``…-n.md``."""
    files = (file for name in CONTAINERS for file in (SAMPLES / name).iterdir())
    return tuple(sorted(file for file in files if file.suffix not in (".md", ".yml")))


@cache
def samples() -> tuple[Sample, ...]:
    """Every labelled sample, by name."""
    return tuple(
        Sample(file, yaml.safe_load(file.with_suffix(".yml").read_text("utf-8")))
        for file in _labelled_files()
    )


@cache
def vocabulary() -> Vocabulary:
    """The tests' own vocabulary."""
    return read_vocabulary(Path(__file__).parent)


@cache
def context() -> Context:
    """What the rules know in tests; the organisation itself is none of the samples' sites."""
    return Context(vocabulary(), agencies_for(vocabulary()), ("Test Archive",))


def draft_of(content: bytes | str, name: str = "report.txt") -> Draft:
    """The one draft that the importer for this content reads."""
    data = content.encode() if isinstance(content, str) else content
    raw = RawReport.of(name, data, RETRIEVED)
    (draft,) = importer_for(raw).read(raw)
    return draft


def drafts_in(file: Path) -> list[Draft]:
    """The draft of each part of a container; of a damaged one, of those before the break."""
    raw = RawReport.of(file.name, file.read_bytes(), RETRIEVED)
    container = container_for(raw)
    assert container is not None, f"{file.name} holds one report"
    parts = [part for part in told(container.parts(raw)) if isinstance(part, RawReport)]
    return [draft for part in parts for draft in importer_for(part).read(part)]


def inferred_from(content: bytes | str, name: str = "report.txt") -> Inferred:
    """What is inferred from a raw report."""
    return infer(draft_of(content, name), context())


def article_of(draft: Draft, inferred: Inferred) -> str:
    """The article as it is written, without the record of its original."""
    values = {name: found.value for name, found in inferred.findings.items() if found.value}
    evidence = {name: inferred.findings[name].evidence for name in values}
    fields = {"date": "XXXX", **draft.stated, **values, "inferred": evidence}
    return compose({name: value for name, value in fields.items() if value}, inferred.body)


def rendered(body: str) -> str:
    """What a reader sees of a body: rendered, without tags, white space made one."""
    return words_of(markdown.markdown(body, extensions=list(EXTENSIONS)))


def words_of(page: str) -> str:
    """The text of a page; only tags of blocks part words."""
    text = _INLINE_TAG.sub("", page)
    return _spaced(html.unescape(re.sub(r"<[^>]*>", " ", text)))


def faults(sample: Sample) -> dict[str, str]:
    """Each field that came out other than it should, with what was found."""
    inferred = inferred_from(sample.raw.read_bytes(), sample.raw.name)
    wrong: dict[str, str] = {}
    for field in (*EXACT_FIELDS, *(name for name in OTHER_FIELDS if name in sample.truth)):
        finding = inferred.findings.get(field)
        value = finding.value if finding else None
        if (value or None) != (sample.truth[field] or None):
            wrong[field] = f"{value!r}, not {sample.truth[field]!r}"
    finding = inferred.findings.get("date")
    value = str(finding.value or "") if finding else ""
    if not _date_is_honest(sample, value):
        wrong["date"] = value or "open"
    seen = rendered(inferred.body)
    for name, expected in (("kept", True), ("dropped", False)):
        bad = [text for text in sample.texts(name) if (_spaced(text) in seen) is not expected]
        if bad:
            wrong[name] = repr(bad)
    return wrong


def _date_is_honest(sample: Sample, value: str) -> bool:
    if (day := sample.truth.get("date_contains")) is not None:
        found = parse_edtf(value) if value else None
        return found is None or (
            not found.is_exact and found.contains(date.fromisoformat(str(day)))
        )
    return value == str(sample.truth["date"] or "")


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
ARABIC = "قال المسؤولون إن الجسر سيبقى مغلقاً حتى انتهاء الفيضان."
FIELDS = ("title", "publisher", "authors", "source", "date", "language")


def fields(text: str) -> dict[str, object]:
    """What is found in a text, of the fields that ``FIELDS`` names."""
    findings = inferred_from(text).findings
    return {name: findings[name].value for name in FIELDS if name in findings}
