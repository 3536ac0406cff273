"""Material's stylesheets without what no page of this site has: half of what a first visit loads.

A rule goes only if each of its selectors names a part of Material that its script would make or
move, or a colour that the site does not use. Where the site loads that script, all rules stay. The
names of the files change with their content, so that no browser keeps an earlier one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.plugin.frame import needs_material_script

_FOLDER = "assets/stylesheets"
_ABSENT = (
    *("annotation", "annotation-list", "author", "clipboard", "code__nav", "consent", "dialog"),
    *("feedback", "nav--primary", "nav__button", "overlay", "pagination", "post", "profile"),
    *("progress", "rating", "search", "search-result", "select", "sidebar--post"),
    *("sidebar--primary", "suggest", "tooltip", "tooltip2", "top", "version"),
)
_PART = re.compile(
    rf"\.md-(?:{'|'.join(_ABSENT)})(?:__|--|(?![\w-]))|\.giscus|\.mermaid|\.glightbox"
)
_PROPERTY = re.compile(r"--md-(?:annotation|clipboard|mermaid|search|tooltip|version)-")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")
_SELECTORS = re.compile(r",(?![^(\[]*[)\]])")


@dataclass(frozen=True)
class Trimmed:
    """Stylesheets under their own names.

    Attributes:
        names: the name of each of Material's files, and what stands in its place.
        texts: the content of each file, by its own name.
    """

    names: dict[str, str]
    texts: dict[str, str]

    def rename(self, markup: str) -> str:
        """Links to Material's files lead to those that stand in their place."""
        for old, new in self.names.items():
            markup = markup.replace(old, new)
        return markup

    def write(self, site: Path) -> None:
        """Put them into a built site, in the place of Material's."""
        for old, new in self.names.items():
            (site / _FOLDER / new).write_text(self.texts[new], "utf-8")
            for name in (old, f"{old}.map"):
                (site / _FOLDER / name).unlink(missing_ok=True)


def trimmed(config: MkDocsConfig) -> Trimmed:
    """What of Material's stylesheets the pages of this site use."""
    names, texts = {}, {}
    folders = [Path(folder) / _FOLDER for folder in config.theme.dirs]
    files = (
        [] if needs_material_script(config) else [f for d in folders for f in d.glob("*.min.css")]
    )
    for file in files:
        text = trim(file.read_text("utf-8"), _colours(config.theme.get("palette")))
        stem = file.name.partition(".")[0]
        name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
        names[file.name], texts[name] = name, text
    return Trimmed(names, texts)


def trim(css: str, colours: Set[str]) -> str:
    """The rules that a page can need, in their order.

    Args:
        css: a stylesheet without line breaks between rules.
        colours: names of the colours in use.
    """
    kept = []
    for head, body in _rules(css):
        if head.startswith(("@media", "@supports")):
            inner = trim(body, colours)
            kept.append(f"{head}{{{inner}}}" if inner else "")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}" if body else f"{head};")
        elif not _PROPERTY.match(body):
            selectors = [s for s in _SELECTORS.split(head) if _is_used(s, colours)]
            kept.append(f"{','.join(selectors)}{{{body}}}" if selectors else "")
    return "".join(kept)


def _is_used(selector: str, colours: Set[str]) -> bool:
    if ":not(" in selector or ":is(" in selector:
        selector = re.sub(r":(?:not|is|where)\([^)]*\)", "", selector)
    named = set(_COLOUR.findall(selector))
    return named <= colours and not _PART.search(selector)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Each rule as its head and what stands between its braces."""
    depth, start, opened = 0, 0, 0
    for match in re.finditer(r"[{};]", css):  # no icon of Material's has a brace in it
        at, sign = match.start(), match[0]
        if sign == ";" and depth == 0:
            yield css[start:at].strip(), ""
            start = at + 1
        elif sign == "{":
            depth += 1
            opened = at if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : at]
                start = at + 1


def _colours(palette: Any) -> Set[str]:
    options = palette if isinstance(palette, list) else [palette or {}]
    named = {option.get(kind) or "indigo" for option in options for kind in ("primary", "accent")}
    return {str(name).replace(" ", "-") for name in named}
