"""A tree to Markdown blocks: headings, paragraphs, lists, quotes, tables, code, links, emphasis.

Nothing else passes: no attribute but the target of a link or of a picture, and that only to http(s).
The tags of HTML and those of trafilatura's own tree are read alike.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from generator.escaping import as_markdown, escaped_run, escaped_start
from generator.html.runs import (
    BREAK,
    DEEPEST,
    append,
    around,
    contents,
    entity,
    joined,
    letters,
    single_spaced,
    spaced,
    text_of,
    text_with_breaks,
)
from generator.html.tags import BLOCKS, kind_of
from generator.model import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS = {"em": "*", "strong": "**"}
_LONGEST_CELL = 400
_VERSE = 4  # lines of a paragraph that are short and as many as this are verses or an address
_SHORT = 80
_BRACKET = re.compile(r"\\?[\[\]]")
_PICTURE = re.compile(r"!\[[^\]]*\]\((?:https?|picture):")
_MARK = re.compile(r"picture:\d+\.png")


def blocks_of(root: _Element, base: str = "") -> tuple[Block, ...]:
    """The blocks below an element, in order.

    Args:
        root: an element of HTML, or of trafilatura's tree.
        base: the page's address, to make links absolute; without it relative links become text.
    """
    return tuple(_Writer(base).children(root, 0))


class _Writer:
    def __init__(self, base: str) -> None:
        self.base = base

    def children(self, parent: _Element, depth: int) -> Iterator[Block]:
        """The blocks inside an element; what is indented below a list would be part of the list."""
        below_list = False
        for block in self.inner_blocks(parent, depth):
            is_code = block.markdown.startswith("    ")
            yield _as_verse(block) if is_code and below_list else block
            below_list = _is_list(block)

    def inner_blocks(self, parent: _Element, depth: int) -> Iterator[Block]:
        """The blocks inside an element; text between blocks is a paragraph."""
        run: list[_Element | str] = [parent.text or ""]
        for child in parent:
            kind = kind_of(child)
            holds = kind not in _MARKS and kind != "link" and len(child) and _holds_block(child)
            if kind in BLOCKS or holds:
                yield from self.paragraphs(run)
                run = []
                yield from self.block(child, kind, depth + 1)
            elif kind != "nothing":
                run.append(child)
            run.append(child.tail or "")
        yield from self.paragraphs(run)

    def block(self, element: _Element, kind: str, depth: int) -> Iterator[Block]:
        """One element as blocks; below sixty levels its words alone."""
        if depth > DEEPEST:
            yield from self.paragraphs(["".join(map(str, element.itertext()))])
            return
        special: dict[str, Callable[[_Element, int], Iterable[Block]]] = {
            "heading": self.heading,
            "list": self.listing,
            "quote": self.quote,
            "table": self.table,
            "code": self.code,
            "rule": lambda *_: (),
        }
        yield from special.get(kind, self.children)(element, depth)

    def paragraphs(self, run: list[_Element | str]) -> Iterator[Block]:
        """Text with links and emphasis as a paragraph; as several where line breaks part it."""
        text = "".join(text_of(piece) for piece in run)
        if not text.strip():
            yield from self.pictures(run)
            return
        markdown = self.inline(run)
        lines = [line.strip() for line in markdown.split(BREAK)]
        texts = [line.strip() for line in spaced(text_with_breaks(run)).split(BREAK)]
        if len(lines) != len(texts):  # a break inside emphasis: leave it as a space
            lines, texts = [joined(lines)], [joined(texts)]
        for group in _grouped(texts):
            kept = [lines[n] for n in group if texts[n]]
            if kept:
                starts = (line if _PICTURE.match(line) else escaped_start(line) for line in kept)
                yield Block("  \n".join(starts), " ".join(texts[n] for n in group if texts[n]))

    def pictures(self, run: list[_Element | str]) -> Iterator[Block]:
        markdown = joined(self.inline(run).split(BREAK))
        if markdown:
            yield Block(markdown, "")

    def heading(self, element: _Element, _: int) -> Iterator[Block]:
        """A heading, never of the first level: that is the report's title."""
        name = str(element.get("rend") or element.tag)
        level = max(2, int(name[1])) if re.fullmatch(r"h[1-6]", name) else 2
        text = joined(spaced(text_with_breaks([element])).split(BREAK))
        markdown = joined(self.inline([*contents(element)]).split(BREAK))
        if text and markdown:
            end = re.sub(r"(#+)$", r"\\\1", markdown)
            yield Block(f"{'#' * level} {end}", text)

    def listing(self, element: _Element, depth: int) -> Iterator[Block]:
        """A list as one block, each item with its own blocks below it."""
        ordered = element.tag == "ol" or element.get("rend") == "ol"
        items: list[str] = []
        texts: list[str] = []
        for child in contents(element):
            if isinstance(child, str):
                inner = [*self.paragraphs([child])]
            else:
                inner = [*self.block_of_item(child, depth)]
            if not inner:
                continue
            mark = f"{len(items) + 1}." if ordered else "-"
            whole = "\n\n".join(block.markdown for block in inner)
            if len(inner) > 1 and all(_is_list(block) for block in inner[1:]):
                whole = "\n".join(block.markdown for block in inner)
            items.append(f"{mark:<4}".replace(" ", " ") + _indented(whole, "    "))
            texts += [block.text for block in inner]
        if items:
            loose = any("\n\n" in item for item in items)
            yield Block(("\n\n" if loose else "\n").join(items), " ".join(texts))

    def block_of_item(self, element: _Element, depth: int) -> Iterator[Block]:
        """The blocks of an item; a list that stands beside the items belongs to none."""
        if kind_of(element) == "list":
            yield from self.listing(element, depth + 1)
        elif depth > DEEPEST:
            yield from self.paragraphs(["".join(map(str, element.itertext()))])
        else:
            yield from self.children(element, depth + 1)

    def quote(self, element: _Element, depth: int) -> Iterator[Block]:
        """A quote as one block."""
        inner = list(self.children(element, depth))
        if inner:
            markdown = "\n\n".join(block.markdown for block in inner)
            quoted = "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))
            yield Block(quoted, " ".join(block.text for block in inner))

    def table(self, element: _Element, depth: int) -> Iterator[Block]:
        """A table of data as one block; one that only places things on the page as its contents."""
        rows = [[*_cells(row)] for row in _rows(element)]
        rows = [row for row in rows if row]
        texts = [[spaced(text_with_breaks([cell])) for cell in row] for row in rows]
        width = max((len(row) for row in rows), default=0)
        longest = max((len(text) for row in texts for text in row), default=0)
        is_data = len(rows) > 1 and width > 1 and longest <= _LONGEST_CELL
        if letters([element]) != sum(letters(row) for row in rows):
            yield from self.children(element, depth)  # words stand between the cells
        elif not is_data or any(_holds_table(cell) for row in rows for cell in row):
            for cell in (cell for row in rows for cell in row):
                yield from self.children(cell, depth)
        else:
            yield from self.data_table(rows, texts, depth)

    def data_table(
        self, rows: list[list[_Element]], texts: list[list[str]], depth: int
    ) -> Iterator[Block]:
        """A table that is one."""
        width = max(len(row) for row in rows)
        while len(rows) > 2 and len(rows[0]) == 1:  # its caption
            yield from self.children(rows.pop(0)[0], depth)
            texts.pop(0)
        lines = [self.row(row, width) for row in rows]
        lines.insert(1, "|" + " --- |" * width)
        yield Block("\n".join(lines), " ".join(text for row in texts for text in row))

    def row(self, cells: list[_Element], width: int) -> str:
        """One line of a table."""
        inner = [joined(self.inline([*contents(cell)]).split(BREAK)) for cell in cells]
        inner += [""] * (width - len(inner))
        return "| " + " | ".join(text.replace("|", "&#124;") for text in inner) + " |"

    def code(self, element: _Element, _: int) -> Iterator[Block]:
        """Text whose spaces matter, indented."""
        text = "".join(map(str, element.itertext())).strip("\n")
        if text.strip():
            yield Block(_indented("    " + text, "    "), "")

    def inline(self, run: Iterable[_Element | str], depth: int = 0, within: str = "") -> str:
        """Words with their links and emphasis, on lines that ``BREAK`` parts."""
        parts: list[str] = []
        for piece in run:
            if isinstance(piece, str):
                part = escaped_run(single_spaced(piece.replace(BREAK, "")))
                part = _BRACKET.sub(entity, part) if "link" in within.split() else part
            else:
                part = self.inline_element(piece, depth + 1, within)
            if part:
                append(parts, part)
        return "".join(parts)

    def inline_element(self, element: _Element, depth: int, within: str) -> str:
        """One element inside a paragraph."""
        kind = kind_of(element)
        if kind == "break":
            return BREAK
        if kind == "nothing":
            return ""
        if depth > DEEPEST:
            return escaped_run(spaced("".join(map(str, element.itertext()))))
        if kind == "picture":
            return self.picture(element)
        outer = within.split()  # emphasis inside itself is none, and one inside a link breaks it
        mark = "" if kind in outer or "link" in outer else _MARKS.get(kind, "")
        if kind == "link" and not self._target_of(element):
            kind = ""
        inner = self.inline(contents(element), depth, f"{within} {kind}")
        if kind in BLOCKS:
            inner = f" {inner} "
        if kind == "link" and "link" not in within.split():
            return self.link(element, inner)
        if not mark or BREAK in inner:
            return inner
        return around(inner, mark, mark)

    def link(self, element: _Element, inner: str) -> str:
        """A link, where it leads somewhere and has words."""
        target = self._target_of(element)
        if not target or BREAK in inner or not re.search(r"\w", inner):
            return inner
        return around(inner, "[", f"]({target})")

    def _target_of(self, link: _Element) -> str:
        return self.target(link.get("href") or link.get("target") or "")

    def picture(self, element: _Element) -> str:
        """A picture as what it shows; the site makes a link of one from elsewhere.

        One from elsewhere without words says nothing. One that came with the report is marked.
        """
        words = spaced(element.get("alt") or "")
        if _MARK.fullmatch(source := element.get("src") or ""):
            caption = escaped_run(spaced(element.get("title") or "")).replace('"', "&quot;")
            title = f' "{caption}"' if caption else ""
            return f"![{escaped_run(words)}]({source}{title})"
        target = self.target(source)
        if not target or not re.search(r"\w{3}", words):
            return ""
        return f"![{escaped_run(words)}]({target})"

    def target(self, address: str) -> str:
        """An absolute web address, written so that it ends where it ends; or an empty text."""
        address = re.sub(r"[\x00-\x20\x7f]", "", address) if "\n" in address else address.strip()
        if not address or address.startswith("#"):
            return ""
        try:
            absolute = urljoin(self.base, address)
        except ValueError:
            return ""
        if not re.match(r"https?://[^\s/]", absolute, re.IGNORECASE):
            return ""
        return re.sub(r"[\s()<>\"'`*\[\]\\^{|}]", _percent, absolute)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _holds_block(element: _Element) -> bool:
    return any(kind_of(inner) in BLOCKS for inner in element.iterdescendants())


def _holds_table(element: _Element) -> bool:
    return next(element.iter("table"), None) is not None


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag in ("tr", "row"):
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row if cell.tag in ("td", "th", "cell"))


def _grouped(texts: list[str]) -> Iterator[list[int]]:
    """Which lines stay together: those of a verse or an address; all others are paragraphs."""
    blanks = [-1, *(n for n, text in enumerate(texts) if not text), len(texts)]
    for before, after in itertools.pairwise(blanks):
        group = list(range(before + 1, after))
        together = len(group) >= _VERSE and all(len(texts[n]) <= _SHORT for n in group)
        yield from [group] if together else [[n] for n in group]


def _as_verse(code: Block) -> Block:
    """Code as lines of a paragraph."""
    lines = (line.strip() for line in code.markdown.split("\n"))
    return Block("  \n".join(as_markdown(line) for line in lines if line), "")


def _is_list(block: Block) -> bool:
    return re.match(r"- |\d+\.", block.markdown) is not None


def _indented(text: str, indent: str) -> str:
    first, *others = text.split("\n")
    return "\n".join([first, *(f"{indent}{line}" if line else "" for line in others)])
