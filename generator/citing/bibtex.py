"""BibTeX: fields of biblatex that classic BibTeX reads too, or passes over.

``@misc`` is known to both. ``date`` is EDTF as far as biblatex takes it (level 1: no sets); ``year``
is what classic BibTeX prints, and in doubt says so.
"""

from __future__ import annotations

import re

from generator.citing.chicago import chicago_date
from generator.citing.dating import parts_of
from generator.citing.work import Work

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # \{ would count as a brace for BibTeX
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_"},
    }
)
_LIGATURES = re.compile("(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)")
_TO_ESCAPE = re.compile(r"[\\{}~^&%$#_]|--|''|``|[?!]`")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-\d\d)?)?[?~%]?|\d{3}X|\d\dXX|\d{4}-(?:\d\d-)?XX|\d{4}-XX-XX"
_BIBLATEX = re.compile(rf"(?:{_DATE})(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/(?:{_DATE})")
_BABEL = dict(
    pair.split(":")
    for pair in "ar:arabic de:german en:english es:spanish fa:persian fr:french he:hebrew "
    "it:italian ru:russian tr:turkish".split()
)


def bibtex(work: Work) -> str:
    """The work as one entry, in UTF-8."""
    authors = [
        f"{escaped(name.family)}, {escaped(name.given)}"
        if name.family
        else f"{{{escaped(name.literal)}}}"
        for name in work.names
    ]
    fields = {
        "author": " and ".join(authors),
        "title": f"{{{escaped(work.title)}}}",
        **_date_fields(work),
        "howpublished": escaped(work.outlet),
        "organization": escaped(work.issuer),
        "library": escaped(work.archive),
        "url": work.permalink,
        **_language_fields(work.language),
        "note": escaped(work.note),
        "copyright": escaped(work.rights),
    }
    lines = [f"  {name} = {_enclosed(name, text)},\n" for name, text in fields.items() if text]
    return f"@misc{{{work.key},\n{''.join(lines)}}}\n"


def escaped(text: str) -> str:
    """A text in which nothing is a command to LaTeX; letters of any script stay."""
    if _TO_ESCAPE.search(text) is None:
        return text
    parts = _LIGATURES.split(text)
    return "{}".join(part.translate(_SPECIAL) for part in parts)


def _language_fields(tag: str) -> dict[str, str]:
    """The name that babel and polyglossia have for the language; its tag where we know none."""
    name = _BABEL.get(tag.partition("-")[0], "")
    return {"langid": name} if name else {"language": tag}


def _date_fields(work: Work) -> dict[str, str]:
    date, parts = work.date, parts_of(work.date)
    exact = date.text if _BIBLATEX.fullmatch(date.text) else ""
    if not parts or date.qualifier or work.is_date_inferred:
        return {"date": exact, "year": escaped(chicago_date(work))}
    month = _MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    return {"date": exact, "year": str(parts[0]), "month": month}


def _enclosed(name: str, text: str) -> str:
    return text if name == "month" else f"{{{text}}}"
