"""Pictures of a report: what it shows is cleaned, named and recorded; marks in its text become names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import ArchiveError
from generator.model import Draft, PictureInside, Problem, mark_of
from generator.pictures import SUFFIXES, CleanPicture, cleaned

_MARKED = re.compile(
    r"!\[(?P<words>(?:\\.|[^\]\\])*)\]\(picture:(?P<number>\d+)\.png"
    r"(?P<caption> \"[^\"]*\")?\)"
)
_BLANK = re.compile(r"\n{3,}")
_DIGITS = 12  # of its hash, in the name of a picture
_MOST = 100
_MOST_BYTES = 60 * 1000 * 1000
_MOST_TOLD = 5


@dataclass(frozen=True)
class StoredPicture:
    """A picture as it stands beside the article.

    Attributes:
        record: its entry in the front matter.
        content: its bytes.
        source: the picture that it was made from.
        came_as: the bytes that this had.
    """

    record: dict[str, object]
    content: bytes
    source: PictureInside
    came_as: bytes


@dataclass
class Illustrated:
    """A report's text with its pictures.

    Attributes:
        body: Markdown.
        pictures: those that it shows, in their order.
        problems: what a person should look at.
    """

    body: str
    pictures: list[StoredPicture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def illustrated(draft: Draft, body: str, slug: str) -> Illustrated:
    """The text of a draft with the pictures that came with it.

    Args:
        draft: what was read.
        body: Markdown, with marks where the pictures stand.
        slug: last part of the article's path, which the names of its pictures begin with.
    """
    return _Illustrator(draft, slug).text(body) if draft.pictures else Illustrated(body)


class _Illustrator:
    def __init__(self, draft: Draft, slug: str) -> None:
        self.draft = draft
        self.slug = slug
        self.stored: dict[str, StoredPicture] = {}
        self.size = 0
        self.refused: list[str] = []
        self.missing = self.undescribed = 0

    def text(self, body: str) -> Illustrated:
        apart = (n for n, own in enumerate(self.draft.pictures) if own.is_apart)
        whole = "\n\n".join((body, *(f"![]({mark_of(number)})" for number in apart)))
        text = _BLANK.sub("\n\n", _MARKED.sub(self._shown, whole)).strip("\n")
        return Illustrated(text, list(self.stored.values()), list(self._problems()))

    def _shown(self, mark: re.Match[str]) -> str:
        """The Markdown of one picture: as a file, as a link to where else it is, or nothing."""
        number = int(mark["number"])
        if number >= len(self.draft.pictures):
            return ""
        picture = self.draft.pictures[number]
        file = self._file(picture)
        if file:
            self.undescribed += not mark["words"]
            return f"![{mark['words']}]({file}{mark['caption'] or ''})"
        is_elsewhere = picture.address and re.search(r"\w{3}", mark["words"])
        return f"![{mark['words']}]({_written(picture.address)})" if is_elsewhere else ""

    def _file(self, picture: PictureInside) -> str:
        """The name of its file; empty where there is none to show."""
        try:
            content = picture.read()
            clean = cleaned(content)
        except (LookupError, FileNotFoundError):
            self.missing += not picture.address
        except (ArchiveError, OSError, ValueError) as error:
            self.refused.append(f"{picture.name} {error}")
        else:
            if min(clean.width, clean.height) >= picture.smallest:
                return self._kept(picture, content, clean)
        return ""

    def _kept(self, picture: PictureInside, content: bytes, clean: CleanPicture) -> str:
        sha256 = hashlib.sha256(clean.content).hexdigest()
        file = name_of(self.slug, sha256, SUFFIXES[clean.media_type])
        if file not in self.stored:
            if len(self.stored) == _MOST or self.size + len(clean.content) > _MOST_BYTES:
                self.refused.append(f"{picture.name} is one too many for one report")
                return ""
            self.size += len(clean.content)
            record = record_of(file, clean, content, picture.withheld)
            self.stored[file] = StoredPicture(record, clean.content, picture, content)
        return file

    def _problems(self) -> Iterator[Problem]:
        for told in self.refused[:_MOST_TOLD]:
            yield self._look(told, "")
        if (more := len(self.refused) - _MOST_TOLD) > 0:
            yield self._look(f"{more} more pictures were left out for such reasons", "")
        places = dict.fromkeys(p.source.where for p in self.stored.values() if p.source.where)
        if places:
            told = f"those of {', '.join([*places][:_MOST_TOLD])} stand behind the text"
            yield self._look(told, "move each to where it belongs")
        if self.missing:
            yield self._look(f"{self.missing} pictures did not come with the report", "")
        if self.undescribed:
            message = f"{self.undescribed} pictures have no words that say what is to be seen"
            yield self._look(message, "write them between the brackets: ![words](file)")
        if any(picture.record.get("withheld") for picture in self.stored.values()):
            yield self._look("pictures are withheld until a person has looked at them", "")

    def _look(self, message: str, remedy: str) -> Problem:
        return Problem(self.draft.raw.name, 0, "pictures", "", message, remedy or "look at it")


def name_of(slug: str, sha256: str, suffix: str) -> str:
    """The name of a picture's file: that of its report, and a part of its hash."""
    return f"{slug}.{sha256[:_DIGITS]}{suffix}"


def record_of(
    file: str, clean: CleanPicture, came_as: bytes, withheld: str = ""
) -> dict[str, object]:
    """The entry of a picture in the front matter."""
    record: dict[str, object] = {
        "file": file,
        "sha256": hashlib.sha256(clean.content).hexdigest(),
        "media_type": clean.media_type,
        "size": f"{clean.width}x{clean.height}",
    }
    if came_as != clean.content:
        record["original"] = hashlib.sha256(came_as).hexdigest()
    return {**record, **({"withheld": withheld} if withheld else {})}


def _written(address: str) -> str:
    """An address so that it ends where it ends in Markdown."""
    return re.sub(r"[\s()<>\"'`*\[\]\\^{|}]", _percent, address)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
