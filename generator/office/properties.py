"""What a document's properties say. Programs and typists fill them in, so they prove little.

A title counts if it stands in the document too, a name if it is a line of its own in it; a day is only
that of the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Block, Candidate

WITHHELD = "a document; its file names people who worked on it"

_TOP, _EDGE = 6, 4
_LONGEST = 220


@dataclass(frozen=True)
class Properties:
    """The properties of a document as they stand in it; empty texts where they don't.

    Attributes:
        title: often of a template, or of the file it was made from.
        creator: often the account at which it was typed.
        created: a time stamp, often that of the template.
    """

    title: str = ""
    creator: str = ""
    created: str = ""


@dataclass(frozen=True)
class Document:
    """A document as HTML.

    Attributes:
        body: its paragraphs, headings, lists and tables.
        notes: its notes, as a list in their order; what is said there is not said of the report.
        properties: what its properties say.
        pictures: the parts of the file that are its pictures, by their number in the HTML.
        hidden: why some of those may not go public before a person has looked, by name.
    """

    body: str
    notes: str
    properties: Properties
    pictures: tuple[str, ...] = ()
    hidden: Mapping[str, str] = field(default_factory=dict)


def property_in(xml: str, name: str) -> str:
    """One property of a file of them; an empty text where it is not given."""
    found = re.search(rf"<(?:\w+:)?{name}\b[^<>]*>([^<]{{1,500}})</", xml)
    return " ".join(html.unescape(found[1]).split()) if found else ""


def candidates(said: Properties, blocks: Sequence[Block], heading: str = "") -> Iterator[Candidate]:
    """What can be believed of properties beside the text.

    Args:
        said: the properties.
        blocks: the document's blocks, or lines of it.
        heading: what the document marks as its title, if it does.
    """
    texts = [block.text for block in blocks if block.text]
    if heading and len(heading) <= _LONGEST:
        yield Candidate("title", heading, "heading of the document")
    top = {_comparable(text) for text in texts[:_TOP]}
    if _comparable(said.title) and _comparable(said.title) in top:
        yield Candidate("title", said.title, "title in the document's properties")
    edges = {_comparable(text) for text in (*texts[:_EDGE], *texts[-_EDGE:])}
    if _comparable(said.creator) and _comparable(said.creator) in edges:
        yield Candidate("authors", said.creator, "author in the document's properties")
    if said.created:
        yield Candidate("date", said.created, "properties of the file", "made")


def _comparable(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
