"""Reading articles for a build: each by itself, so that they can be shared out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.errors import StoreError
from generator.executors import Remote
from generator.model import FrontMatter, Problem, Report, sift
from generator.publication import Admitted, admit
from generator.rendering import BodyRenderer
from generator.rendering.attributes import direction
from generator.rendering.markup import Pictures
from generator.rendering.prose import KNOWN_EXTENSIONS
from generator.settings import Settings
from generator.store import ARTICLES, ArticleStore, Unreadable

_LEADS_ON = re.compile(
    r"\]\((?!\s*<?(?:https?:|mailto:|#))|\]:(?!\s*<?https?:)|\[\[", re.IGNORECASE
)


@dataclass(frozen=True)
class Known:
    """What a build knows of one article.

    Attributes:
        sha256: of the file's bytes, in hexadecimal digits.
        admitted: what the gate lets through of it.
        problems: what keeps it out.
        asked: links in its text that may lead to another place of the site: where they lead depends
            on what else stands there.
    """

    sha256: str
    admitted: Admitted = field(default_factory=Admitted)
    problems: tuple[Problem, ...] = ()
    asked: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[Known], tuple[object, ...]]:
        """By its fields in order, which is written and read in half the time."""
        return Known, (self.sha256, self.admitted, self.problems, self.asked)


@dataclass
class Reader:
    """Reads the articles of one archive.

    Attributes:
        folder: of the archive.
        settings: its settings.
        extensions: sets of extensions of Python-Markdown with which texts are rendered.
        configs: the settings of the extensions.
    """

    folder: Path
    settings: Settings
    extensions: Sequence[Sequence[Any]] = ()
    configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._store = ArticleStore(self.folder)
        self._bodies: list[BodyRenderer] = []

    def read_all(self, paths: Iterable[str]) -> list[tuple[str, Known]]:
        """Each article by its path."""
        return [(path, self.read(path)) for path in paths]

    def remote(self) -> Remote:
        """The same work for other machines: the bytes of the articles travel."""
        reader = Reader(self.folder, self.settings, self.extensions, self.configs)
        return Remote(reader, Reader.known_all, self._contents, self._with_unreadable)

    def known_all(self, contents: Mapping[str, bytes]) -> dict[str, Known]:
        """Each article by its path, from the bytes of its file."""
        return {path: self.known(path, content) for path, content in contents.items()}

    def _contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        found = {}
        for path in paths:
            with suppress(StoreError):
                found[path] = self._store.content(path)
        return found

    def _with_unreadable(
        self, paths: Iterable[str], found: Mapping[str, Known]
    ) -> list[tuple[str, Known]]:
        return [(path, found[path] if path in found else self.read(path)) for path in paths]

    def sha256(self, path: str) -> str:
        """Of an article's bytes; empty where it cannot be read."""
        try:
            return hashlib.sha256(self._store.content(path)).hexdigest()
        except StoreError:
            return ""

    def read(self, path: str) -> Known:
        """One article; where it is not valid, everything that is wrong with it."""
        try:
            content = self._store.content(path)
        except StoreError as error:
            file = f"{ARTICLES}/{path}.md"
            problem = Problem(file, 0, "", "", str(error), "make the file readable")
            return Known("", problems=(problem,))
        return self.known(path, content)

    def known(self, path: str, content: bytes) -> Known:
        """One article by the bytes of its file."""
        sha256 = hashlib.sha256(content).hexdigest()
        article = self._store.parse(path, content)
        if isinstance(article, Unreadable):
            return Known(sha256, problems=article.problems)
        fields = {name: value for name, value in article.fields.items() if value != ""}
        _, mistakes = sift(fields)
        if mistakes:
            found = (
                Problem(
                    article.file,
                    article.lines.get(mistake.field, 1),
                    mistake.place,
                    mistake.found,
                    mistake.message,
                    "the report is left out until this is corrected",
                )
                for mistake in mistakes
            )
            return Known(sha256, problems=tuple(found))
        report = Report(article.path, FrontMatter.model_validate(fields), article.body)
        admitted = admit(report, self.settings)
        return Known(sha256, admitted, asked=self._asked(admitted))

    def _asked(self, admitted: Admitted) -> tuple[str, ...]:
        """The links of a text that are looked up, as rendering it finds them."""
        report = admitted.report
        are_known = all(KNOWN_EXTENSIONS.issuperset(names) for names in self.extensions)
        if report is None or (are_known and not _may_lead_on(report.body)):
            return ()
        asked: dict[str, None] = {}

        def resolve(link: str) -> str:
            if not urlsplit(link).scheme:
                asked[link] = None
            return link

        rtl = direction(report.language) == "rtl"
        for bodies in self._renderers():
            bodies.render(report.body, rtl=rtl, resolve=resolve, pictures=Pictures.of(report, ""))
        return tuple(asked)

    def _renderers(self) -> Sequence[BodyRenderer]:
        if not self._bodies:
            self._bodies = [BodyRenderer(names, self.configs) for names in self.extensions]
        return self._bodies


def _may_lead_on(body: str) -> bool:
    """Whether a text has what it has to have so that rendering it can ask where a link leads here.

    Most texts have no bracket, and are not looked through by the pattern.
    """
    if ("](" in body or "]:" in body or "[[" in body) and _LEADS_ON.search(body):
        return True
    if "=" not in body:  # which an attribute needs
        return False
    lowered = body.lower()
    return "href" in lowered or "src" in lowered
