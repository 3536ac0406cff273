"""What a citation says of a report, once terms, site and addresses are known."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from slugify import slugify

from generator.addresses import TO_ASCII
from generator.citing.names import Name, is_body, name_of
from generator.dates import ArchiveDate
from generator.model import PublicReport
from generator.settings import Settings
from generator.vocabulary import Vocabulary

_LONGEST_KEY = 48
_PLAIN_KEY = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f]")  # those that are no space


@dataclass(frozen=True)
class Work:
    """A report as reference managers see it. All texts are of one line each.

    Nothing in it is said twice: what leads the citation, or stands before, is left out behind.

    Attributes:
        key: its name in a bibliography, ASCII, made from its path and so never another one.
        title: as printed, in its own script and capitals.
        is_date_inferred: whether the archive worked the date out, and nobody confirmed it yet.
        names: authors; who wrote or published it where none is named.
        is_news: whether it is a piece of the press, and not a report of who watches.
        container: outlet, or website, that it appeared in.
        publisher: who put it out.
        source: agency that wrote it.
        archive: this archive, where the piece is somebody else's.
        permalink: absolute address; empty where the site's address is not known.
        sha256, hashed: content hash of the original where everybody can have it, else of the record;
            either can be checked by who cites.
    """

    key: str
    title: str
    names: tuple[Name, ...]
    date: ArchiveDate
    language: str
    is_news: bool
    container: str
    publisher: str
    source: str
    archive: str
    permalink: str
    sha256: str
    hashed: Literal["original", "record"]
    rights: str
    is_date_inferred: bool = False

    @property
    def note(self) -> str:
        """What no field of a reference manager holds, in English."""
        source = f"Source: {self.source}" if self.source else ""
        inferred = "Date inferred by the archive" if self.is_date_inferred else ""
        return "; ".join(filter(None, (source, inferred, self.fixity)))

    @property
    def outlet(self) -> str:
        """What it appeared in, where that is not the one who put it out."""
        return self.container if self.is_news or self.publisher else ""

    @property
    def issuer(self) -> str:
        """Who put it out, as the institution of a report."""
        return self.publisher if self.is_news or self.publisher else self.container

    @property
    def fixity(self) -> str:
        """The content hash with its name, or an empty text."""
        return f"SHA-256 of the {self.hashed}: {self.sha256}" if self.sha256 else ""


def work_of(
    report: PublicReport, settings: Settings, vocabulary: Vocabulary, permalink: str
) -> Work:
    """Read a report; names of terms and of the site are in the report's interface language."""
    language = report.site_language
    site = one_line(settings.languages[language].site_name)
    organisation = one_line(vocabulary.label(settings.organisation, language))
    source = one_line(vocabulary.label(report.source, language))
    publisher = one_line(vocabulary.label(report.publisher, language))
    known = {name.casefold() for name in (site, organisation, source, publisher)}
    authors = [name_of(one_line(author), report.language, known) for author in report.authors]
    lead = source or publisher
    names = tuple(authors) or ((Name(lead, is_organisation=True),) if lead else ())
    is_news = is_news_of(source, publisher, {organisation, site})
    outlet = publisher if publisher not in (organisation, site) else source
    container, behind = (outlet, "") if is_news else (site, publisher)
    said = [name.literal for name in names]
    container = _unsaid(container, said)
    original = report.original.sha256 if report.original and report.original.file else ""
    return Work(
        key=key_of(report.path),
        title=one_line(report.title),
        names=names,
        date=report.date,
        language=report.language,
        is_news=is_news,
        container=container,
        publisher=_unsaid(behind, said),
        source=_unsaid(source, said),
        archive=_unsaid(site, said) if is_news else "",
        permalink=permalink if permalink.startswith(("https://", "http://")) else "",
        sha256=original or report.sha256,
        hashed="original" if original else "record",
        rights=one_line(report.rights),
        is_date_inferred="date" in report.inferred and report.date.is_known,
    )


def is_news_of(source: str, publisher: str, own: set[str]) -> bool:
    """Whether it comes from the press: from somebody else who is no council, union or observatory."""
    other = source if source and source not in own else publisher
    return bool(other) and other not in own and not is_body(other)


def key_of(path: str) -> str:
    """The key of the report at ``path``; a part of a hash tells apart what ASCII can't."""
    named = path.replace("/", "-")
    if len(named) <= _LONGEST_KEY and _PLAIN_KEY.fullmatch(named):
        return named
    plain = slugify(path, max_length=_LONGEST_KEY, word_boundary=True, backend=TO_ASCII)
    if plain == named:
        return plain
    return f"{plain}-{hashlib.sha256(path.encode()).hexdigest()[:6]}".lstrip("-")


def one_line(text: str) -> str:
    """A text without line breaks and control characters; marks of direction stay."""
    return " ".join(_CONTROL.sub("", text).split())


def _unsaid(text: str, said: list[str]) -> str:
    """The text, unless it was said before; then it counts as said."""
    if not text or text in said:
        return ""
    said.append(text)
    return text
