"""Editing the front matter of one article: the change, and every other byte as it was.

A change is spliced into the text at the place that PyYAML names. Then the result is read again: all
fields have to be what they were, but for the change, and so has the body. A splice that does not
pass (YAML has many ways to write a list) gives way to one that writes the whole field anew, and
that one to the whole front matter.
"""

from __future__ import annotations

import bisect
import codecs
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from generator import frontmatter
from generator.errors import FrontMatterError
from generator.model import FIELD_ORDER


@dataclass(frozen=True)
class Put:
    """Give a field a value; ``original.file`` names a field within a field."""

    field: str
    value: object

    def applied(self, fields: Mapping[str, object]) -> dict[str, object]:
        """The fields with the change."""
        outer, _, inner = self.field.partition(".")
        if not inner:
            return {**fields, outer: self.value}
        group = fields.get(outer)
        group = group if isinstance(group, Mapping) else {}
        return {**fields, outer: {**group, inner: self.value}}


@dataclass(frozen=True)
class Append:
    """Add an item to the end of a list field; the list is made where there is none."""

    field: str
    item: object

    def applied(self, fields: Mapping[str, object]) -> dict[str, object]:
        """The fields with the change."""
        before = fields.get(self.field)
        return {**fields, self.field: [*(before if isinstance(before, list) else ()), self.item]}


Change = Put | Append


def edited(content: bytes, changes: Sequence[Change], body: str | None = None) -> bytes:
    """The bytes of an article with changes in its front matter, and with another body if one is given.

    Line ends, a byte order mark, comments, the order and the way of writing of all else stay.

    Args:
        content: the file as it is.
        changes: one after the other.
        body: the new body, lines ending with ``\\n``; None to leave it.

    Raises:
        FrontMatterError: the article cannot be read, or not be written so that it reads as it should.
        UnicodeDecodeError: the file is not UTF-8.
    """
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    raw = content[len(mark) :].decode()
    plain = raw.replace("\r\n", "\n")
    text = plain
    for change in changes:
        text = _changed(text, change)
    if body is not None:
        before = frontmatter.parse(text).body
        start = text.rindex(before) if before else len(text)
        text = f"{text[:start]}{body}{text[start + len(before) :]}"
    return mark + _spliced(raw, plain, text).encode()


def _changed(text: str, change: Change) -> str:
    before = frontmatter.parse(text)
    fields = change.applied(before.fields)
    if fields == before.fields:
        return text
    ways: tuple[Callable[[str, Change, Mapping[str, object]], str], ...]
    ways = (_in_place, _field_anew, _all_anew)
    for way in ways:
        try:
            after = way(text, change, fields)
            read = frontmatter.parse(after)
        except (_NoPlace, FrontMatterError):
            continue
        if read.fields == fields and read.body == before.body:
            return after
    field = change.field.partition(".")[0]
    raise FrontMatterError(
        before.lines.get(field, 1), "", f"'{field}' cannot be changed here", "change it by hand"
    )


class _NoPlace(Exception):
    """This way of making the change does not fit how the front matter is written."""


def _in_place(text: str, change: Change, fields: Mapping[str, object]) -> str:
    """The change with the least that is written anew: one value, one item, or a new field."""
    start, end = frontmatter.front_matter_span(text)
    root = _root(text[start:end])
    outer, _, inner = change.field.partition(".")
    node = _value(root, outer)
    if node is None:
        at = start + _place_for(root, outer, text[start:end])
        return _inserted(text, at, _block({outer: fields[outer]}, _column(root)))
    if isinstance(change, Append):
        return _with_item(text, start, node, change)
    target = _value(node, inner) if inner else node
    if not isinstance(target, yaml.ScalarNode) or target.style in ("|", ">"):
        raise _NoPlace
    written = frontmatter.as_yaml({"x": change.value}).removeprefix("x:").strip()
    first, last = start + target.start_mark.index, start + target.end_mark.index
    space = " " if text[first - 1] == ":" else ""
    return f"{text[:first]}{space}{written}{text[last:]}"


def _with_item(text: str, start: int, node: yaml.Node, change: Append) -> str:
    if not isinstance(node, yaml.SequenceNode) or not node.value or node.flow_style:
        raise _NoPlace
    lines = frontmatter.as_yaml({change.field: [change.item]}).splitlines(keepends=True)[1:]
    at = _line_after(text, start + _end(node))
    return _inserted(text, at, "".join(" " * node.start_mark.column + line for line in lines))


def _field_anew(text: str, change: Change, fields: Mapping[str, object]) -> str:
    start, end = frontmatter.front_matter_span(text)
    root = _root(text[start:end])
    name = change.field.partition(".")[0]
    key = next((key for key, _ in root.value if key.value == name), None)
    node = _value(root, name)
    if key is None or node is None:
        raise _NoPlace
    first = start + key.start_mark.index - key.start_mark.column
    last = _line_after(text, start + max(_end(node), key.end_mark.index))
    return f"{text[:first]}{_block({name: fields[name]}, _column(root))}{text[last:]}"


def _all_anew(text: str, change: Change, fields: Mapping[str, object]) -> str:  # noqa: ARG001  # as the other ways
    start, end = frontmatter.front_matter_span(text)
    order = {name: place for place, name in enumerate(FIELD_ORDER)}
    names = sorted(fields, key=lambda name: order.get(name, len(order)))
    return text[:start] + frontmatter.as_yaml({name: fields[name] for name in names}) + text[end:]


def _root(front: str) -> yaml.MappingNode:
    node = yaml.compose(front, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode) or node.flow_style or not node.value:
        raise _NoPlace
    return node


def _value(node: yaml.Node, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        raise _NoPlace
    return next((value for key, value in node.value if key.value == name), None)


def _column(root: yaml.MappingNode) -> int:
    return int(root.value[0][0].start_mark.column)


def _block(fields: Mapping[str, object], column: int) -> str:
    lines = frontmatter.as_yaml(fields).splitlines(keepends=True)
    return "".join(" " * column + line for line in lines)


def _place_for(root: yaml.MappingNode, name: str, front: str) -> int:
    """Where a new field begins: after the nearest field that comes before it in our order."""
    order = {field: place for place, field in enumerate(FIELD_ORDER)}
    before = [
        (order.get(key.value, -1), number)
        for number, (key, _) in enumerate(root.value)
        if order.get(key.value, -1) < order[name]
    ]
    if not before:
        key = root.value[0][0]
        return int(key.start_mark.index - key.start_mark.column)
    key, value = root.value[max(before)[1]]
    return _line_after(front, max(_end(value), int(key.end_mark.index)))


def _end(node: yaml.Node) -> int:
    """The index behind a value's last character, without the comments and blank lines below it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        pair = last if isinstance(last, tuple) else (last,)
        return max(_end(child) for child in pair)
    return int(node.end_mark.index)


def _line_after(text: str, index: int) -> int:
    """Where the next line begins; the index itself if it begins one."""
    if index == 0 or text[index - 1] == "\n":
        return index
    return text.find("\n", index) + 1 or len(text)


def _inserted(text: str, at: int, lines: str) -> str:
    return f"{text[:at]}{lines}{text[at:]}"


def _spliced(raw: str, plain: str, text: str) -> str:
    """The raw text, changed where ``text`` differs from ``plain``; line ends elsewhere stay."""
    head = _shared(plain, text)
    room = min(len(plain), len(text)) - head
    tail = _shared(plain[len(plain) - room :][::-1], text[len(text) - room :][::-1])
    places = _returns(raw)
    before = raw[: head + bisect.bisect_left(places, head)]
    at = len(plain) - tail
    after = raw[at + bisect.bisect_left(places, at) :]
    middle = text[head : len(text) - tail]
    return before + (middle.replace("\n", "\r\n") if _is_crlf(raw) else middle) + after


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return len(os.path.commonprefix([one, other]))  # noqa: RUF071  # characters are what is meant


def _returns(raw: str) -> list[int]:
    """For each ``\\r\\n`` the index of its line end in the text with plain line ends."""
    found: list[int] = []
    at = raw.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = raw.find("\r\n", at + 2)
    return found


def _is_crlf(raw: str) -> bool:
    return raw[: raw.find("\n")].endswith("\r")
