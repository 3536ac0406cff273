"""What of an article tells whether it may be a copy of another, and which of two is the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.dates import ArchiveDate, parse_edtf
from generator.errors import EdtfError
from generator.similarity import Wording
from generator.store import ArticleStore, Unreadable

_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Version:
    """An article as far as copies are concerned.

    Attributes:
        path: below articles/ without ``.md``.
        fields: its front matter as written.
        body: its Markdown.
        own: names under which the organisation itself publishes.
        length: words of its body, where that was let go.
    """

    path: str
    fields: Mapping[str, object]
    body: str
    own: Sequence[str] = ()
    length: int = 0

    def text(self, field: str) -> str:
        """A field as text; empty where it is not set."""
        return str(self.fields.get(field) or "")

    @cached_property
    def wording(self) -> Wording:
        """What is compared of it."""
        return Wording.of(self.body)

    @cached_property
    def dated(self) -> ArchiveDate:
        """Its date; unknown where there is none that can be read."""
        try:
            return parse_edtf(self.text("date") or "XXXX")
        except EdtfError:
            return parse_edtf("XXXX")

    @property
    def is_own(self) -> bool:
        """Whether the organisation wrote it or put it out first."""
        writer = self.text("source") or self.text("publisher")
        return writer in self.own

    @property
    def is_withdrawn(self) -> bool:
        """Whether readers find nothing but a reason in its place."""
        return self.text("status") == "withdrawn"

    @property
    def is_whole(self) -> bool:
        """Whether its text is that of the report; that of a link is what a feed says of it."""
        return self.text("display") != "link"

    @property
    def arrived(self) -> str:
        """The day on which its original was retrieved; empty where that is not recorded."""
        original = self.fields.get("original")
        return str(original.get("retrieved") or "") if isinstance(original, Mapping) else ""

    @property
    def rank(self) -> tuple[bool, bool, date, str, int, str]:
        """Sorts the original before its copies: own, public, earlier, come earlier, longer."""
        day = self.dated.earliest or date.max
        hidden = self.text("status") not in ("", "published")
        length = self.length or len(self.wording.folded)
        arrived = self.arrived or date.max.isoformat()
        return (not self.is_own, hidden, day, arrived, -length, self.path)

    def without_body(self) -> Version:
        """The same without its body, so that thousands can be held in memory."""
        return replace(self, body="", length=len(self.wording.folded))


def read_version(store: ArticleStore, path: str, own: Sequence[str] = ()) -> Version | None:
    """The article at ``path``; None where it cannot be read, which a check tells."""
    article = store.read(path)
    if isinstance(article, Unreadable):
        return None
    return Version(path, article.fields, article.body, own)


def may_be_copies(one: Version, other: Version) -> bool:
    """Whether two articles are worth comparing: whole texts, of one language, no translations."""
    if not (one.is_whole and other.is_whole):
        return False
    if one.path in (other.text("translation_of"), other.path):
        return False
    if other.path == one.text("translation_of"):
        return False
    languages = {version.text("language").partition("-")[0].lower() for version in (one, other)}
    return len(languages - {""}) < 2


def precedes(one: Version, other: Version) -> bool:
    """Whether ``one`` is surely the original of the two: the organisation's own, or dated before."""
    if one.is_own != other.is_own:
        return one.is_own
    ends, begins = one.dated.latest, other.dated.earliest
    return ends is not None and begins is not None and ends < begins


def root_of(store: ArticleStore, version: Version) -> str:
    """The path at the end of the chain of ``same_as``; of a circle, where it closes."""
    path, passed = version.path, {version.path}
    following = version.text("same_as")
    while following and following not in passed and len(passed) < _LONGEST_CHAIN:
        passed.add(following)
        further = read_version(store, following)
        if further is None:
            break
        path, following = following, further.text("same_as")
    return path
