"""Tags of an import that the vocabulary does not have: counted, or added to vocabulary.yml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from slugify import slugify

from generator.addresses import TO_ASCII
from generator.errors import VocabularyError
from generator.inference.reading import same
from generator.model import Candidate
from generator.orthography import is_arabic
from generator.store.files import replace_file
from generator.vocabulary import VOCABULARY_FILE, Term, Vocabulary

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_LONGEST_LABEL = 120
_BETWEEN = re.compile(r"\s*[|/–—()]\s*|\s+-\s+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_FIRST_TERM = re.compile(r"^( *)- id:", re.MULTILINE)


class NewTerms:
    """Terms that an import adds, written to the end of vocabulary.yml before any article has them."""

    def __init__(self, folder: Path, vocabulary: Vocabulary, kind: str, dry_run: bool) -> None:
        """Add terms of ``kind`` to the vocabulary in ``folder``; with ``dry_run`` only say which."""
        self.file = folder / VOCABULARY_FILE
        self.vocabulary = vocabulary
        self.kind = kind
        self.dry_run = dry_run
        self._ids: dict[str, str] = {}
        self._is_tried = False

    def ids_of(self, tags: Iterable[Candidate]) -> dict[str, Candidate]:
        """The id of a term for each tag; new terms are in the file when this returns.

        Raises:
            VocabularyError: the file cannot be added to.
            OSError: it cannot be read or written.
        """
        found: dict[str, Candidate] = {}
        new: list[Term] = []
        for tag in tags:
            key = same(tag.value)
            if key not in self._ids and tag.alias.lower() in self._ids.values():
                self._ids[key] = tag.alias.lower()
            if key not in self._ids:
                term = self._term(tag)
                new.append(term)
                for name in (key, *map(same, term.names())):
                    self._ids.setdefault(name, term.id)
            found.setdefault(self._ids[key], tag)
        if new and not self.dry_run:
            self._write(new)
        return found

    def _term(self, tag: Candidate) -> Term:
        label = " ".join(_UNSEEN.sub(" ", tag.value).split())[:_LONGEST_LABEL].strip()
        return Term(id=self._free_id(tag), kind=self.kind, labels=_labels(label))

    def _free_id(self, tag: Candidate) -> str:
        """The tag's part of an address where that can be an id, else one out of its letters."""
        taken = set(self._ids.values())
        alias = tag.alias.lower()
        fits = len(alias) <= _LONGEST_ID and _ID.fullmatch(alias)
        plain = (
            alias
            if fits
            else slugify(tag.value, max_length=_LONGEST_ID, word_boundary=True, backend=TO_ASCII)
        )
        for name in _numbered(plain or "term"):
            if name not in self.vocabulary and name not in taken:
                return name
        raise AssertionError("numbers end")

    def _write(self, terms: list[Term]) -> None:
        """Append terms; every byte that stands there stays."""
        old = self.file.read_bytes() if self.file.exists() else b""
        text = old.decode("utf-8")
        indent = match[1] if (match := _FIRST_TERM.search(text)) else ""
        ends = "\r\n" if "\r\n" in text else "\n"
        added = "".join(line + ends for term in terms for line in _lines(term, indent))
        gap = "" if not old or text.endswith("\n") else ends
        new = old + f"{gap}{ends if old else ''}{added}".encode()
        if not self._is_tried:
            _check(old, new, len(terms))
            self._is_tried = True
        replace_file(self.file, new)


def _labels(label: str) -> dict[str, str]:
    """The label in the language of its script; a label in both scripts is one in each language."""
    parts = [part for part in _BETWEEN.split(label) if part]
    arabic = [part for part in parts if is_arabic(part)]
    other = [part for part in parts if not is_arabic(part)]
    if len(arabic) == 1 and len(other) == 1 and not re.search(r"[A-Za-z]", arabic[0]):
        return {"en": other[0], "ar": arabic[0]}
    return {"ar" if is_arabic(label) else "en": label}


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _lines(term: Term, indent: str) -> Iterator[str]:
    labels = ", ".join(
        f"{language}: {json.dumps(label, ensure_ascii=False)}"
        for language, label in term.labels.items()
    )
    yield f"{indent}- id: {json.dumps(term.id)}"
    yield f"{indent}  kind: {json.dumps(term.kind, ensure_ascii=False)}"
    yield f"{indent}  labels: {{{labels}}}"


def _check(old: bytes, new: bytes, count: int) -> None:
    """Try whether terms can be added to the end of the file, which may be written in many ways."""
    try:
        before = yaml.load(old, Loader=yaml.CSafeLoader) or []
        after = yaml.load(new, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        after = None
        before = []
    if not isinstance(after, list) or after[:-count] != before:
        raise VocabularyError(
            f"no term can be added to the end of {VOCABULARY_FILE}: write it as a list in which"
            f" each term begins with '- id: …', and nothing stands behind the last one"
        )
