"""APA style, 7th edition: entries of a reference list (9.1 to 9.37, 10.1, 10.16)."""

from __future__ import annotations

from generator.citing.dating import UNDATED_SIGN, in_brackets, month_name, parts_of
from generator.citing.names import Name
from generator.citing.pieces import Citation, Piece, joined, listed, sentence, value
from generator.citing.work import Work

_MOST_NAMES, _FIRST_NAMES = 20, 19


def apa(work: Work, address: str = "") -> Citation:
    """The entry for a reference list; ``address`` as in ``chicago``."""
    names = sentence(*_names(work.names)) if work.names else []
    date = sentence(f"({apa_date(work)})")
    title = sentence(value(work.title, italic=not work.is_news))
    site = sentence(value(work.container, italic=work.is_news)) if work.container else []
    return joined(
        [
            *((names, date, title) if names else (title, date)),
            sentence(value(work.publisher)) if work.publisher else [],
            site,
            sentence(value(work.archive)) if work.archive else [],
            [value(address or work.permalink)] if work.permalink else [],
            [Piece(f"[{work.fixity}]")] if work.fixity else [],
        ]
    )


def apa_date(work: Work) -> str:
    """The date: "2016, October 28", "ca. 2016", "[10 or 17 May 2019]", "n.d."; in brackets if inferred."""
    date = work.date
    if not date.is_known:
        return UNDATED_SIGN
    parts = parts_of(date)
    if not parts:
        return in_brackets(date)
    month = f", {month_name(parts[1])}" if len(parts) > 1 else ""
    day = f" {parts[2]}" if len(parts) > 2 else ""
    about = "ca. " if date.qualifier in ("~", "%") else ""
    doubt = "?" if date.qualifier in ("?", "%") else ""
    plain = f"{about}{parts[0]}{month}{day}{doubt}"
    return f"[{plain}]" if work.is_date_inferred else plain


def _names(names: tuple[Name, ...]) -> list[Piece]:
    texts = [f"{name.family}, {name.initials}" if name.family else name.literal for name in names]
    if len(texts) > _MOST_NAMES:
        return listed([*texts[:_FIRST_NAMES], texts[-1]], ", ", ", . . . ")
    return listed(texts, ", ", ", & ")
