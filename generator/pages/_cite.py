"""The section of a report's page that tells how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.addresses import readable
from generator.citing import Citation, Work, apa, bibtex, chicago, csl_json, ris

_PLAIN_IN_ADDRESS = "-._~!$&'()*+,;=:@/"
_QUOTED = tuple(
    (char, quote(char, safe=_PLAIN_IN_ADDRESS))
    for char in sorted(map(chr, range(0xA0)), key=lambda char: char != "%")
    if not char.isalnum() and char not in _PLAIN_IN_ADDRESS
)
"""What may not stand in an address, percent-encoded; letters of any script are left (RFC 3987).

The percent sign is the first, since those that follow put more of them into the text.
"""


@dataclass(frozen=True)
class Export:
    """A citation as a file: its text, and an address that carries all of it.

    The address is a ``data:`` URL (RFC 2397), so no report needs files of its own for this, and a
    page that was saved can still give them out.
    """

    name: str
    file: str
    media_type: str
    text: str

    @property
    def shown(self) -> str:
        """The text for a page, whose lines end with a line feed alone, as HTML reads them."""
        return self.text.replace("\r\n", "\n")

    @property
    def address(self) -> str:
        """The file as a link; letters of any script stay readable, and pack well with the text."""
        text = self.text
        for char, quoted in _QUOTED:
            if char in text:  # a few are; to look costs less than to translate each letter
                text = text.replace(char, quoted)
        return f"data:{self.media_type};charset=utf-8,{text}"


@dataclass(frozen=True)
class Cite:
    """All forms of a citation.

    Attributes:
        chicago, apa: formatted, with the permalink as a person reads it.
        exports: for reference managers.
    """

    chicago: Citation
    apa: Citation
    exports: Sequence[Export]


def cite(work: Work, path: str) -> Cite:
    """How to cite the report at ``path``."""
    slug = path.rpartition("/")[2]
    address = readable(work.permalink)
    csl = "application/vnd.citationstyles.csl+json"
    return Cite(
        chicago(work, address),
        apa(work, address),
        (
            Export("BibTeX", f"{slug}.bib", "application/x-bibtex", bibtex(work)),
            Export("RIS", f"{slug}.ris", "application/x-research-info-systems", ris(work)),
            Export("CSL-JSON", f"{slug}.json", csl, csl_json(work)),
        ),
    )
