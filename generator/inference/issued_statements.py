"""Source: whose statement a text is, where its heading says who issues it, or letters speak in it.

"The Harbour Leaders' Group has issued the following statement:", "An Oral Statement to the 16th Session …
from the Tellin Legal Centre (TLC)", "HWT is alarmed …". Who speaks in the present tense and is nowhere said
to have said something speaks for itself; of news there is always somebody who says it.
"""

from __future__ import annotations

import re
from itertools import islice

from generator.inference.credits import is_outlet
from generator.inference.institutions import (
    is_institution,
    is_known_organisation,
    organisation_named,
    organisation_of,
)
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.statements import REPORTED, lead_of
from generator.model import Finding

_CAPITALISED = r"[A-ZÀ-Þ][\w&-]*(?:['’]s?)?"
_BETWEEN = r"(?:of|for|and|the|in|on|to|against|de|des|du|pour|la|les?)"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s(?:{_BETWEEN}\s)*{_CAPITALISED}){{1,8}})"
_KIND = r"(?:statement|communiqué|press release|declaration|submission|appeal|letter|message)"
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
_OF_LETTERS = re.compile(
    r"(?i:(?:(?:joint|public|press|media)\s)?(?:statement|release|communiqué(?: de presse)?|déclaration))"
    r"(?:(?:\s(?:by|from|of|de|du|des)(?:\sthe|\sla)?|\sde\sl['’])\s?(?P<letters>[A-Z]{3,8})"
    r"|\s(?P<signed>[A-Z]{3,8})\s?/)"
)
_ISSUED_KIND = re.compile(
    r"(?:(?:press|media) release|public statement|statement|urgent (?:action|appeal)|open letter"
    r"|communiqué(?: de presse)?|note|appel|déclaration|lettre ouverte|briefing|بيان(?: صحفي)?|نداء|بلاغ)"
    r"(?:\s(?:on|concerning|regarding|sur|concernant|relative? (?:à|au|aux)|du mois de|حول|بشأن)\s.{3,220})?",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:also|strongly|firmly|unreservedly|today|again|deeply|therefore)\s)*"
_SPEAKS = (
    rf"(?:condemns|calls\s(?:on|for|upon)|urges|demands|deplores|denounces|welcomes|expresses|appeals|protests"
    rf"|stands\s(?:with|by|beside|in)|rejects|reiterates|reaffirms|salutes|is\s{_ADVERBS}"
    r"(?:concerned|worried|disturbed|troubled|alarmed|appalled|saddened|outraged|shocked|dismayed))\b"
)
_LETTERS_SPEAK = re.compile(rf"(?:The\s)?(?P<letters>[A-Z][A-Z&-]{{2,9}})\s{_ADVERBS}{_SPEAKS}")
_IS_SAID = re.compile(
    r"\b(?:said|says|told (?:the|this|reporters|journalists|[A-Z]\w+)|according to|reported|spokes\w+"
    r"|this (?:news)?paper|its leader|the party)\b"
)
"""In a statement nobody is said to have said it."""

_STATES = re.compile(
    r"(?:NATO|ECOWAS|OPEC|OAS|SADC|IGAD|ASEAN|SAARC|GCC|OIC|OSCE|IMF|WTO|WHO|IAEA|BRICS|CIA|FBI|USA|BJP|ANC|PDP|APC"
    r"|CPI|ICC|ICJ|UPR|CEDEAO|UAE|EAU|DRC|RDC|RCA|CAR|DPRK|UNSC|COVID|LGBT\w*|DMK|AAP|EFF|ODM|NDC|NPP|PML-N|PPP|PTI|AKP|HDP|PKK|PYD|SDF|FSA|HTS|ISIS|ISIL|IRGC|IDF|PLO|TPLF|ELN|FARC)"
)
"""Alliances of states, their banks and courts, parties and armies, of which papers write in the present."""

_BODY = re.compile(
    r"\b(?:Unions?|Group|League|Council|Church(?:es)?|Association|Committee|Network|Movement|Coalition|Alliance|Society|Federation"
    r"|Cent(?:er|re)|Conference|Forum|Foundation|Institute|Observatory|Commission|Collective|Confederation|Congress|Watch"
    r"|Ligue|Collectif|Réseau|Fédération|Syndicat|Coordination|Comité|Mouvement|Observatoire|Organi[sz]ation)\b"
)
_AHEAD = re.compile(
    r"(?:In|On|At|Tonight|Today|Recently|Yesterday|Meanwhile|Later|Earlier|Board|Team|Twelve|Three|Two|Several)\s"
)
_GOVERNMENT = re.compile(
    r"\b(?:President|Presidency|Secretary|Spokes\w+|Minister|King|Queen|Pope|Chief|Mayor|Governor|Director|Senator"
    r"|Ambassador|Chair\w*|Commissioner|Representative|Rapporteur|Coordinator|Envoy|Prosecutor|Judge|Attorney|Professor|Counsel"
    r"|Commander|CEO|Captain|Cardinal|Coach|Pastor|Premier|Prince|Court|Bishop|Archbishop|Sheikh|Imam|Rev|Dr|Mrs?|Ms)\b"
)
_TOP, _FIRST, _LONGEST, _AGAIN, _MOST_WORDS = 12, 4, 260, 2, 10


def issued(reading: Reading) -> Finding | None:
    """Whose statement a text is."""
    return _by_heading(reading) or _by_letters(reading)


def on_top(reading: Reading) -> Finding | None:
    """A known organisation alone above all else, below it an appeal, a note or a release, which names it.

    What such bodies observe and pass on may be a wire's: of an observatory it is not told.
    """
    top = [line.rstrip(" :") for line in islice(filter(None, reading.lines), _FIRST)]
    if not top or _is_of_others(reading):
        return None
    ahead, colon, rest = top[0].partition(": ")
    top[:1] = [ahead, rest] if colon and _ISSUED_KIND.fullmatch(rest) else top[:1]
    name = organisation_of(top[0]) or organisation_named(top[0])
    name = top[0] if is_known_organisation(top[0]) and not top[0].isupper() else name
    if not name or "bservato" in name:
        return None
    kind = next(filter(_ISSUED_KIND.fullmatch, top[1:]), "")
    others = "\n".join(line for line in reading.lines if not line.startswith(top[0]))
    is_told = _is_spelt(others, top[0], name) if organisation_of(top[0]) else top[0] in others
    evidence = f"stands above all else, and below it {quoted(kind)}"
    return Finding(name, evidence) if kind and is_told else None


def _is_spelt(text: str, letters: str, name: str) -> bool:
    """Whether a text has the full name of an organisation, or one of its names before its letters."""
    before = (text[: at.start()].split() for at in re.finditer(rf" \({re.escape(letters)}\)", text))
    spelt = (" ".join(words[-count:]) for words in before for count in range(1, _MOST_WORDS))
    return name in text or any(organisation_named(words.strip('«“"')) == name for words in spelt)


def _by_heading(reading: Reading) -> Finding | None:
    """What a line above a text, or the first of it, says of who issues it."""
    if _is_of_others(reading):
        return None
    for line in islice(filter(None, reading.lines), _TOP):
        if len(line) <= _LONGEST:
            if (match := _ISSUES.fullmatch(line)) is not None and _may_issue(match["name"]):
                return Finding(match["name"], f"says whose it is: {quoted(line)}")
            match = _COMES_FROM.fullmatch(line)
            is_told = match is not None and _is_told_of(reading, match, line)
            if match is not None and is_told and _may_issue(match["name"]):
                return Finding(match["name"], f"says whose it is: {quoted(line)}")
        if is_story(line):
            break  # what is below is a part of the story
    return None


def letters_in_heading(reading: Reading) -> Finding | None:
    """ "Communiqué LDH/", "Statement by FPU": letters that the text spells out."""
    for line in islice(filter(None, reading.lines), _TOP):
        if is_story(line):
            return None
        match = _OF_LETTERS.fullmatch(line)
        letters = (match["letters"] or match["signed"]) if match else ""
        if not letters or _STATES.fullmatch(letters):
            continue
        is_spelt = re.search(rf"\({letters}\)|[a-zà-ÿ],\s{letters}\b", reading.story()) is not None
        if is_spelt and not _is_of_others(reading):
            return Finding(letters, f"says whose it is: {quoted(line)}")
    return None


def _is_told_of(reading: Reading, heading: re.Match[str], line: str) -> bool:
    """Whether the text below such a line names its issuer, in full or by its letters."""
    story = "\n".join(other for other in reading.lines if other != line)
    names = filter(None, (heading["name"], heading["letters"]))
    return any(re.search(rf"\b{re.escape(name)}\b", story) for name in names)


def _may_issue(name: str) -> bool:
    """Whether a name is a body's: a person's is none, nor an office's that one person holds."""
    if _GOVERNMENT.search(name) or has_given_name(name) or _AHEAD.match(name):
        return False
    return is_institution(name) or is_known_organisation(name) or _BODY.search(name) is not None


def _is_of_others(reading: Reading) -> bool:
    """Whether somebody wrote the text, an outlet put it out, or tells of somebody that was asked."""
    publisher = reading.found.get("publisher")
    name = str(publisher.value) if publisher is not None else ""
    is_papers = is_outlet(name) and not (is_known_organisation(name) or organisation_of(name))
    return "authors" in reading.found or is_papers or REPORTED.search(reading.story()) is not None


def _by_letters(reading: Reading) -> Finding | None:
    """The letters that demand or are alarmed where a text begins, again further down, and say nothing."""
    top = (reading.lines[n] for n in reading.open[:_FIRST])
    spoken = map(_LETTERS_SPEAK.match, (lead_of(reading), *top))
    match = next(filter(None, spoken), None)
    if match is None or _is_of_others(reading) or _STATES.fullmatch(match["letters"]):
        return None
    name, story = match["letters"], reading.story()
    again = re.findall(rf"\b{re.escape(name)}\s{_ADVERBS}{_SPEAKS}", story)
    if len(again) < _AGAIN or _IS_SAID.search(story):
        return None
    return Finding(name, f"speaks for itself: {quoted(match[0])}")
