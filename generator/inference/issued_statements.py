"""Source: whose statement a text is, where its heading says who issues it, or letters speak in it.

"The Harbour Leaders' Group has issued the following statement:", "An Oral Statement to the 16th Session …
from the Tellin Legal Centre (TLC)", "HWT is alarmed …". Who speaks in the present tense and is nowhere said
to have said something speaks for itself; of news there is always somebody who says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.credits import is_known_outlet
from generator.inference.institutions import (
    is_institution,
    is_known_organisation,
    organisation_of,
)
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, quoted
from generator.inference.statements import lead_of
from generator.model import Finding

_CAPITALISED = r"[A-ZÀ-Þ][\w&-]*(?:['’]s?)?"
_BETWEEN = r"(?:of|for|and|the|in|on|to|against|de|des|du|pour|la|les?)"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s(?:{_BETWEEN}\s)*{_CAPITALISED}){{1,8}})"
_KIND = r"(?:statement|communiqué|press release|appeal|declaration|open letter|letter|message|submission)"
_ISSUES = re.compile(
    rf"(?:[Tt]he\s|L[ae]\s|L['’]|Les\s)?{_NAME}(?:\s\([\w ]{{2,12}}\))?\s"
    r"(?:(?:has\s|have\s)?(?:today\s|jointly\s|yesterday\s)?(?:issued|released|published|sent out|made)"
    rf"\s(?:the following|this)\s(?:\w+\s){{0,2}}{_KIND}"
    r"|(?:a publié|a diffusé|a rendue? publique?|publie|diffuse)\s(?:le|la|ce|cette|l['’])\s?"
    r"(?:communiqué|déclaration|texte|appel|lettre)(?:\sde presse)?(?:\s(?:suivante?|ci-dessous|que voici))?)"
    r"\b[^:.]{0,80}\s?:?"
)
_COMES_FROM = re.compile(
    rf"(?:An?\s|The\s)?(?:(?:Oral|Written|Joint|Public|Press|Urgent|Open|Media)\s){{0,2}}(?i:{_KIND})\b"
    rf"(?:\s[^:.]{{2,90}}?)?\s(?:from|by)\s(?:the\s)?{_NAME}"
    r"(?:\s\((?P<letters>[A-Z]{3,8})\))?(?:,\s.*|\s(?:on|to|regarding|concerning|about)\s.*)?:?"
)
_ISSUED_KIND = re.compile(
    r"(?:press release|public statement|statement|urgent (?:action|appeal)|open letter|communiqué|note|appel"
    r"|déclaration"
    r"|lettre ouverte|alerte|media release|briefing|بيان|نداء|بلاغ)\b",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:also|strongly|firmly|unreservedly|today|again|deeply|therefore)\s)*"
_SPEAKS = (
    rf"(?:condemns|calls\s(?:on|for|upon)|urges|demands|deplores|denounces|welcomes|expresses|appeals|protests"
    rf"|stands\s(?:with|by|beside|in)|rejects|reiterates|reaffirms|salutes|is\s{_ADVERBS}"
    r"(?:concerned|worried|disturbed|troubled|alarmed|appalled|saddened|outraged|shocked|dismayed))\b"
)
_LETTERS_SPEAK = re.compile(rf"(?:The\s)?(?P<letters>[A-Z][A-Z&-]{{2,9}})\s{_ADVERBS}{_SPEAKS}")
_IS_SAID = (
    r"\b{name}(?:['’]s)?\s(?:[\w'’.-]+\s){{0,5}}?(?:said|says|told|added|warned|wrote|announced)\b"
    r"|\b(?:said|says|told|according to)\s(?:the\s)?{name}\b"
)
_OTHERS = re.compile(
    r"\b(?:told (?:reporters|journalists|AFP|Reuters|AP)|reported|this (?:news)?paper)\b"
)
_GOVERNMENT = re.compile(
    r"\b(?:President|Presidency|Secretary|Spokes\w+|Minister|King|Queen|Pope|Chief|Mayor|Governor|Director|Senator"
    r"|Ambassador|Chair\w*|Commissioner|Bishop|Archbishop|Sheikh|Imam|Rev|Dr|Mrs?|Ms)\b"
)
_TOP, _FIRST, _LONGEST, _AGAIN = 12, 4, 260, 2


def issued(reading: Reading) -> Finding | None:
    """Whose statement a text is."""
    return _by_heading(reading) or _by_letters(reading)


def on_top(reading: Reading) -> Finding | None:
    """A known organisation alone above all else, and below it an appeal, a note or a release.

    What such bodies observe and pass on may be a wire's: of an observatory it is not told.
    """
    top = [line for line in reading.lines if line][:_FIRST]
    name = (
        organisation_of(top[0]) or (top[0] if top and is_known_organisation(top[0]) else "")
        if top
        else ""
    )
    if not name or "bservato" in name or "مرصد" in name:
        return None
    kind = next(
        (line for line in top[1:] if len(line) <= _LONGEST and _ISSUED_KIND.match(line)), ""
    )
    return Finding(name, f"stands above all else, and below it {quoted(kind)}") if kind else None


def _top(reading: Reading) -> Iterator[str]:
    return (line for line in reading.lines[:_TOP] if line and len(line) <= _LONGEST)


def _by_heading(reading: Reading) -> Finding | None:
    """What a line above or at the beginning of a text says of who issues it."""
    for line in _top(reading):
        if (match := _ISSUES.fullmatch(line)) is not None and _may_issue(match["name"]):
            return Finding(match["name"], f"says whose it is: {quoted(line)}")
        match = _COMES_FROM.fullmatch(line)
        if match is not None and _may_issue(match["name"]) and _is_told_of(reading, match, line):
            return Finding(match["name"], f"says whose it is: {quoted(line)}")
    return None


def _is_told_of(reading: Reading, heading: re.Match[str], line: str) -> bool:
    """Whether the text below such a line names its issuer, in full or by its letters."""
    story = "\n".join(other for other in reading.lines if other != line)
    names = filter(None, (heading["name"], heading["letters"]))
    return any(re.search(rf"\b{re.escape(name)}\b", story) for name in names)


def _may_issue(name: str) -> bool:
    """Whether a name can be a body's; a person's is none, nor an office's that one person holds."""
    if is_institution(name) or is_known_organisation(name):
        return True
    return not (_GOVERNMENT.search(name) or has_given_name(name) or is_known_outlet(name))


def _by_letters(reading: Reading) -> Finding | None:
    """The letters that demand or are alarmed where a text begins, again further down, and say nothing."""
    top = (reading.lines[n] for n in reading.open[:_FIRST])
    spoken = map(_LETTERS_SPEAK.match, (lead_of(reading), *top))
    match = next(filter(None, spoken), None)
    if match is None:
        return None
    name, story = match["letters"], reading.story()
    again = re.findall(rf"\b{re.escape(name)}\s{_ADVERBS}{_SPEAKS}", story)
    is_said = re.search(_IS_SAID.format(name=re.escape(name)), story)
    if len(again) < _AGAIN or is_said or _OTHERS.search(story):
        return None
    return Finding(name, f"speaks for itself: {quoted(match[0])}")
