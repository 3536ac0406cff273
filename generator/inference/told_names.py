"""Names of whoever is told something, as they are meant: in full, the publisher's own, or another paper's."""

from __future__ import annotations

import re

from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.reading import Reading
from generator.orthography import fold, is_arabic

_NO_NAME_AHEAD = re.compile(
    r"^(?:(?:When|While|After|Before|If|As|In|At|On|But|And|For|From|Since|A|An|The|Our|This)\s)+"
)
KIND_OF_BODY = re.compile(
    r"(?:[Tt]he\s)?(?P<kind>Alliance|Observatory|Committee|Council|Cent(?:er|re)|Network|Coalition"
    r"|Association|Foundation|Institute|Union|Commission|Federation|Society)"
)
_PLAINLY_CAPITALISED = r"[A-Z][\w'’-]+"


def is_anothers(reading: Reading, name: str) -> bool:
    """Whether another paper put the page out, which quotes this one as papers do.

    Observatories take whole reports from papers, and texts have lost their pages: neither tells.
    """
    publisher = reading.found.get("publisher")
    is_page = reading.draft.media_type == "text/html"
    if publisher is None or not (is_page and is_known_outlet(name)) or reading.is_publisher(name):
        return False
    paper = str(publisher.value)
    one, other = ({*fold(text).replace(".", " ").split()} - {"the"} for text in (paper, name))
    letters = "".join(word[0] for word in paper.split())
    if is_arabic(paper) != is_arabic(name) or one & other or name == letters:
        return False  # its own name, in part or in other letters
    is_body = is_institution(paper) or is_known_organisation(paper)
    return not is_body and (is_known_outlet(paper) or is_outlet(paper))


def as_published(reading: Reading, name: str) -> str:
    """The publisher's name where a story calls it by the end of it: "The Times", of "The Tellin Times"."""
    publisher = reading.found.get("publisher")
    whole = str(publisher.value) if publisher is not None else ""
    _, the, last = name.rpartition("The ")
    return whole if the and whole.endswith(f" {last}") else ""


def in_full(reading: Reading, name: str) -> str:
    """What a text calls "the Alliance" when it names it first: "Open Well Alliance"."""
    if (kind := KIND_OF_BODY.fullmatch(name)) is None:
        return name
    whole = re.compile(
        rf"(?:{_PLAINLY_CAPITALISED}\s){{1,5}}{kind['kind']}\b"
        rf"|\b{kind['kind']}\s(?:for|against)\s(?:the\s)?{_PLAINLY_CAPITALISED}(?:\s(?:and\s)?{_PLAINLY_CAPITALISED}){{0,3}}"
    )
    found = {_NO_NAME_AHEAD.sub("", match[0]) for match in whole.finditer(reading.story())}
    fuller = found - {kind["kind"]}
    return fuller.pop() if len(fuller) == 1 else name  # of two nobody knows which is meant
