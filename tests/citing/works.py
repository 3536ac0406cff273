"""Works of every shape, made without an archive around them."""

from __future__ import annotations

from dataclasses import replace

from generator.citing import Name, Work
from generator.citing.names import name_of
from generator.dates import parse_edtf

HASH = "58d3cf739e1dc72422e2351f226a3ad1907fee06720cf49f726685d156cffd3e"
OWN = Work(
    key="2016-cranes",
    title="Two cranes fail at the Old Quay",
    names=(Name("Mira Holt", "Holt", "Mira"), Name("Sami Nader", "Nader", "Sami")),
    date=parse_edtf("2016-10-28"),
    language="en",
    is_news=False,
    container="Harbour Watch",
    publisher="",
    source="",
    archive="",
    permalink="https://harbour.example/reports/2016/cranes/",
    sha256=HASH,
    hashed="original",
    rights="© 2016 Harbour Watch",
)
NEWS = replace(
    OWN, is_news=True, container="The Tarn Lantern", archive="Harbour Watch", source="Northern Wire"
)


def dated(text: str, work: Work = OWN) -> Work:
    """The work with another date."""
    return replace(work, date=parse_edtf(text))


def by(*names: str, work: Work = OWN) -> Work:
    """The work with other authors."""
    return replace(work, names=tuple(name_of(name, work.language, set()) for name in names))
