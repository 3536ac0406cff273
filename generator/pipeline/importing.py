"""Import: raw reports in, articles and stored originals out."""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from generator.dates import parse_edtf
from generator.errors import ArchiveError, StoreError, UnreadableReport
from generator.importers import importer_for
from generator.inference import Context, Inferred, infer
from generator.inference.agencies import agencies_for
from generator.model import FIELD_ORDER, Draft, FrontMatter, Problem, RawReport
from generator.settings import Settings
from generator.store import ArticleStore, Unreadable
from generator.vocabulary import Vocabulary

INBOX = "inbox"
_SUFFIXES = {"text/plain": ".txt", "text/markdown": ".md.txt"}

Mapper = Callable[..., Iterator["Prepared"]]
"""Applies a function to every raw report in order, as ``map`` and ``Executor.map`` do."""


class Outcome(enum.Enum):
    """What became of an input."""

    IMPORTED = "imported"
    UNCHANGED = "already there"
    FAILED = "failed"


@dataclass(frozen=True)
class ImportOptions:
    """How to import.

    Attributes:
        today: the day of the import.
        stated: fields that the editor set for every report of this import; tags are added to those
            that are found, all other fields overrule what is found.
        dry_run: write nothing and move nothing.
    """

    today: date
    stated: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False


@dataclass(frozen=True)
class Prepared:
    """A raw report, read and inferred, or why it could not be."""

    raw: RawReport
    drafts: tuple[tuple[Draft, Inferred], ...] = ()
    failure: str = ""


@dataclass(frozen=True)
class ImportResult:
    """What became of one report.

    Attributes:
        input: the path that the editor gave.
        outcome: imported, already there, or failed.
        path: below articles/ without ``.md``; empty if it failed.
        fields: its front matter.
        problems: why it failed, or what a person should look at.
        dropped: lines of the page around the report that were left out.
    """

    input: str
    outcome: Outcome
    path: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    dropped: tuple[str, ...] = ()


def import_reports(
    store: ArticleStore,
    inputs: Iterable[Path],
    settings: Settings,
    vocabulary: Vocabulary,
    options: ImportOptions,
    mapper: Mapper = map,
) -> Iterator[ImportResult]:
    """Import files and folders; one result a report, failures among them.

    An original that the archive knows changes nothing. A file of the inbox is removed once its
    article and its original are safely stored.

    Args:
        store: the archive.
        inputs: files, and folders whose files are imported in order of name.
        settings: the archive's settings.
        vocabulary: the archive's terms.
        options: how to import.
        mapper: where the reading and inferring is done: ``map``, or an executor's.
    """
    session = _Session(store, vocabulary, options)
    context = Context(vocabulary, agencies_for(vocabulary), _own_names(settings))
    raws = _read_inputs(session, inputs)
    for item in mapper(partial(_prepared, context=context), raws):
        yield from session.keep(item)


def files_in(inputs: Iterable[Path]) -> list[Path]:
    """The files to import, in order; hidden files are passed over."""
    files: list[Path] = []
    for path in inputs:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.is_file() or file.is_symlink())
            visible = (
                f for f in found if not any(p.startswith(".") for p in f.relative_to(path).parts)
            )
            files += sorted(visible)
        else:
            files.append(path)
    return files


def _read_inputs(session: _Session, inputs: Iterable[Path]) -> Iterator[RawReport | Prepared]:
    named = tuple(inputs)
    for file in files_in(named):
        if file.resolve().is_relative_to(session.store.articles_folder.resolve()):
            raw = RawReport(str(file), b"", session.options.today)
            yield Prepared(raw, failure="lies in articles/, where imported reports are kept")
            continue
        if file.is_symlink() and file not in named:
            raw = RawReport(str(file), b"", session.options.today)
            yield Prepared(
                raw, failure="is a link to another file: name it, or that file, to import it"
            )
            continue
        try:
            yield RawReport(str(file), file.read_bytes(), session.options.today)
        except OSError as error:
            reason = f"{error.strerror}: check the name, and that you may read it"
            yield Prepared(RawReport(str(file), b"", session.options.today), failure=reason)


def _prepared(raw: RawReport | Prepared, context: Context) -> Prepared:
    """Read and infer one raw report: the pure, slow part of an import."""
    if isinstance(raw, Prepared):
        return raw
    try:
        drafts = tuple((draft, infer(draft, context)) for draft in importer_for(raw).read(raw))
    except ArchiveError as error:
        return Prepared(raw, failure=str(error))
    except Exception as error:  # noqa: BLE001  # one broken file must not end the batch
        return Prepared(raw, failure=f"{type(error).__name__}: {error}: please report this file")
    return Prepared(raw, drafts)


class _Session:
    """One import: which originals are known by now, and where the next article goes."""

    def __init__(self, store: ArticleStore, vocabulary: Vocabulary, options: ImportOptions) -> None:
        self.store = store
        self.vocabulary = vocabulary
        self.options = options
        self.known = dict(store.paths_by_original())
        self.promised: set[str] = set()

    def keep(self, item: Prepared) -> Iterator[ImportResult]:
        """Store what was prepared."""
        raw = item.raw
        if item.failure:
            yield _failed(raw.name, item.failure)
        elif raw.sha256 in self.known:
            known = self.known[raw.sha256]
            yield _settled(raw, partial(self._already_there, raw, known))
        else:
            for draft, inferred in item.drafts:
                yield _settled(raw, partial(self._add, draft, inferred))

    def _already_there(self, raw: RawReport, path: str) -> ImportResult:
        if path in self.promised:
            return ImportResult(raw.name, Outcome.UNCHANGED, path)
        article = self.store.read(path)
        if isinstance(article, Unreadable):
            return ImportResult(raw.name, Outcome.UNCHANGED, path, {}, (article.problem,))
        original = article.fields.get("original")
        file = str(original.get("file", "")) if isinstance(original, dict) else ""
        if self.store.has_original(path, file, raw.sha256):
            self._leave_inbox(raw)
        else:
            place = f"articles/{path}.md"
            problem = Problem(
                place,
                article.lines.get("original", 0),
                "original",
                raw.sha256,
                "the original of this article is missing or changed",
                f"put {raw.name} back in its place, or restore it from git",
            )
            return ImportResult(raw.name, Outcome.UNCHANGED, path, article.fields, (problem,))
        return ImportResult(raw.name, Outcome.UNCHANGED, path, article.fields)

    def _add(self, draft: Draft, inferred: Inferred) -> ImportResult:
        fields, problems = _compose(draft, inferred, self.options, self.vocabulary)
        front = FrontMatter.model_validate(fields)
        beside = _beside(draft, front)
        path = self.store.free_path(
            front.title, _earliest_year(front), beside, draft.raw.content, self.promised
        )
        fields["original"] = _original(draft, front, path, beside)
        ordered = {name: fields[name] for name in FIELD_ORDER if name in fields}
        if self.options.dry_run:
            self.promised.add(path)
        else:
            if beside:
                self.store.store_beside(path, f"{_slug(path)}{beside}", draft.raw.content)
            else:
                self.store.store_withheld(draft.raw.sha256, draft.raw.content)
            self.store.add(path, ordered, inferred.body)
            self._leave_inbox(draft.raw)
        self.known[draft.raw.sha256] = path
        return ImportResult(
            draft.raw.name, Outcome.IMPORTED, path, ordered, tuple(problems), inferred.dropped
        )

    def _leave_inbox(self, raw: RawReport) -> None:
        """Remove a stored file from the inbox; files anywhere else are the editor's."""
        file = Path(raw.name).resolve()
        inbox = (self.store.folder / INBOX).resolve()
        if self.options.dry_run or not file.is_relative_to(inbox):
            return
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"is stored, but could not be removed from the inbox: {error.strerror}"
            ) from error


def _compose(
    draft: Draft, inferred: Inferred, options: ImportOptions, vocabulary: Vocabulary
) -> tuple[dict[str, object], list[Problem]]:
    """The front matter: what the editor said, what the format states, what was inferred."""
    problems = list(draft.problems)
    stated = {**draft.stated, **{k: v for k, v in options.stated.items() if k != "tags"}}
    fields: dict[str, object] = {"date": "XXXX", **stated}
    evidence = {
        name: text
        for name, text in _mapping_of_texts(fields.get("inferred")).items()
        if name not in options.stated or name == "tags"
    }
    for name, finding in inferred.findings.items():
        if name not in stated:
            if finding.value is not None:
                fields[name] = finding.value
                evidence[name] = finding.evidence
            if finding.note:
                found = _as_text(finding.value)
                problems.append(_look(draft.raw.name, name, found, finding.note))
    tags, unknown = _known_tags(fields.get("tags"), options.stated.get("tags"), vocabulary)
    fields["tags"] = tags
    problems += [
        _look(draft.raw.name, "tags", tag, "is no term of the vocabulary, it was left out")
        for tag in unknown
    ]
    if not fields.get("title"):
        raise UnreadableReport("has neither a title nor a text: nothing to import")
    fields["title"] = re.sub(r"\s+", " ", str(fields["title"])).strip()
    fields["inferred"] = {name: text for name, text in evidence.items() if fields.get(name)}
    return {name: value for name, value in fields.items() if value not in ([], {}, None)}, problems


def _as_text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _known_tags(
    found: object, stated: object, vocabulary: Vocabulary
) -> tuple[list[str], list[str]]:
    """Ids of the vocabulary, the editor's first; and what is none."""
    known: list[str] = []
    unknown: list[str] = []
    for tag in (*_texts(stated), *_texts(found)):
        term = tag if tag in vocabulary else vocabulary.id_of(tag)
        (known if term else unknown).append(term or tag)
    return list(dict.fromkeys(known)), unknown


def _beside(draft: Draft, front: FrontMatter) -> str:
    """The suffix of the original's file beside the article; empty where it may not be public."""
    public = front.display == "full" and front.status == "published"
    return _SUFFIXES.get(draft.media_type, "") if public else ""


def _original(draft: Draft, front: FrontMatter, path: str, beside: str) -> dict[str, object]:
    record: dict[str, object] = {"file": f"{_slug(path)}{beside}"} if beside else {}
    record |= {
        "sha256": draft.raw.sha256,
        "media_type": draft.media_type,
        "retrieved": draft.raw.retrieved.isoformat(),
    }
    if not beside:
        why = (
            f"display is {front.display}"
            if front.display != "full"
            else f"status is {front.status}"
        )
        record["withheld"] = why
    return record


def _earliest_year(front: FrontMatter) -> int | None:
    """The first year that the date may mean; None where it has no beginning, as in ``/2016``."""
    earliest = front.date.earliest
    return earliest.year if earliest is not None and earliest.year > date.min.year else None


def _slug(path: str) -> str:
    return path.rpartition("/")[2]


def _own_names(settings: Settings) -> tuple[str, ...]:
    names = (settings.organisation, *(spoken.site_name for spoken in settings.languages.values()))
    return tuple(dict.fromkeys(name for name in names if name))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def _mapping_of_texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}


def _settled(raw: RawReport, step: Callable[[], ImportResult]) -> ImportResult:
    """What became of a report; what stands in its way ends its own import and no other."""
    try:
        return step()
    except (ArchiveError, OSError, ValueError) as error:
        return _failed(raw.name, str(error))


def _failed(name: str, reason: str) -> ImportResult:
    problem = Problem(name, 0, "", "", reason, "the file stays where it is")
    return ImportResult(name, Outcome.FAILED, problems=(problem,))


def _look(file: str, name: str, found: str, note: str) -> Problem:
    return Problem(file, 0, name, found, note, "look at it in the article")


def is_dated(fields: Mapping[str, object]) -> bool:
    """Whether front matter knows anything about its date."""
    return parse_edtf(str(fields.get("date") or "XXXX")).is_known
