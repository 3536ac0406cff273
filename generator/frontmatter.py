"""Article text ⇄ fields and body, through python-frontmatter.

Two things differ from its defaults, and both matter for a record. Every plain scalar is read as the
text that stands there, so that ``no``, ``2016`` or ``2016-10-28`` are never a truth value, a number
or a timestamp. And the body is kept to the letter: indents and blank lines at its edges survive.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import SafeDumper, SafeLoader, YAMLHandler

from generator.errors import FrontMatterError
from generator.model import FIELD_ORDER

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)
_PLAIN_DATE = re.compile(r"[\dX\[.]")
_ALWAYS_QUOTED = ("date",)
_DEEPEST = 20


@dataclass(frozen=True)
class FrontMatterText:
    """Front matter as it stands in a file.

    Attributes:
        fields: texts, lists of texts, and mappings; an empty value is an empty text.
        lines: 1-based line of each top-level field.
        body: everything below the front matter.
        body_line: 1-based line of the file in which the body begins.
    """

    fields: Mapping[str, object]
    lines: Mapping[str, int]
    body: str
    body_line: int


@dataclass(frozen=True)
class RepeatedField:
    """A field that stands in a file for the second time: its 1-based line and its name."""

    line: int
    name: str


class RepeatedFieldError(FrontMatterError):
    """Front matter with a field that stands there twice: nobody can tell which one is meant.

    Attributes:
        repeated: every such field.
        rest: the front matter with the first value of each.
    """

    def __init__(self, repeated: tuple[RepeatedField, ...], rest: FrontMatterText) -> None:
        first = repeated[0]
        message = f"the field '{first.name}' stands here twice"
        super().__init__(first.line, first.name, message, "keep one of them")
        self.repeated = repeated
        self.rest = rest


class _Quoted(str):
    """A text that YAML writes in quotes even where it needs none."""

    __slots__ = ()


class _Dumper(SafeDumper):  # type: ignore[misc, valid-type]  # C or Python, as the machine has it
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # the base class asks for it
        return True


def _write_quoted(dumper: Any, text: _Quoted) -> yaml.ScalarNode:
    node: yaml.ScalarNode = dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
    return node


_Dumper.add_representer(_Quoted, _write_quoted)


class _ArticleHandler(YAMLHandler):
    """python-frontmatter's YAML handler, in our field order and true to the body."""

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:  # noqa: ARG002  # the base class asks for it
        return dict(_read_mapping(fm, [])[0])

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:  # noqa: ARG002  # the base class asks for it
        exported = yaml.dump(
            metadata, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000
        )
        return str(exported).rstrip("\n")

    def format(self, post: frontmatter.Post, **kwargs: object) -> str:  # noqa: ARG002  # the base class asks for it
        return f"---\n{self.export(post.metadata)}\n---\n\n{post.content}\n"


def has_front_matter(text: str) -> bool:
    """Whether the text begins with a front matter block."""
    opening = _OPENING.match(text)
    return opening is not None and _CLOSING.search(text, opening.end()) is not None


def parse(text: str) -> FrontMatterText:
    """Split an article into fields and body.

    Args:
        text: the whole file, lines ending with ``\\n``.

    Raises:
        RepeatedFieldError: a field stands in it twice; the error has all such, and the rest.
        FrontMatterError: there is no front matter, or it is not YAML.
    """
    opening = _OPENING.match(text)
    if opening is None:
        raise FrontMatterError(
            1, text[:40], "no front matter", "begin the file with a line '---', then 'title: …'"
        )
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise FrontMatterError(
            1, "---", "the front matter has no end", "close it with a line '---' of its own"
        )
    repeated: list[RepeatedField] = []
    fields, lines = _read_mapping(text[opening.end() : closing.start()], repeated)
    below = text[closing.end() :]
    body = below.removeprefix("\n")
    body_line = text.count("\n", 0, closing.end() + len(below) - len(body)) + 1
    read = FrontMatterText(fields, lines, body.removesuffix("\n"), body_line)
    if repeated:
        raise RepeatedFieldError(tuple(repeated), read)
    return read


def compose(fields: Mapping[str, object], body: str) -> str:
    """Write an article: front matter in our field order, a blank line, the body, a line end.

    ``parse(compose(fields, body))`` gives back equal fields and body.
    """
    order = {name: place for place, name in enumerate(FIELD_ORDER)}
    names = sorted(fields, key=lambda name: order.get(name, len(order)))
    metadata = {name: _quote_dates(name, fields[name]) for name in names}
    post = frontmatter.Post(body)
    post.metadata = metadata  # not as keywords: a field may be called like one of Post's own
    return frontmatter.dumps(post, handler=_ArticleHandler())


def as_yaml(fields: Mapping[str, object]) -> str:
    """Fields as they stand between the lines ``---``, in the given order, with a line end."""
    values = {name: _quote_dates(name, value) for name, value in fields.items()}
    return f"{_ArticleHandler().export(values)}\n"


def front_matter_span(text: str) -> tuple[int, int]:
    """Where the YAML of an article begins and ends, between the lines ``---``.

    Raises:
        FrontMatterError: there is no front matter.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise FrontMatterError(1, text[:40], "no front matter", "begin the file with a line '---'")
    return opening.end(), closing.start()


def _quote_dates(name: str, value: object) -> object:
    if isinstance(value, dict):
        return {key: _quote_dates(key, item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_quote_dates(name, item) for item in value]
    if isinstance(value, str) and name in _ALWAYS_QUOTED and _PLAIN_DATE.match(value):
        return _Quoted(value)
    return value


def _read_mapping(
    text: str, repeated: list[RepeatedField]
) -> tuple[dict[str, object], dict[str, int]]:
    """The mapping in a YAML text; line numbers count from the ``---`` above it."""
    try:
        node = yaml.compose(text, Loader=SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        found = text.splitlines()[mark.line] if mark and mark.line < text.count("\n") else ""
        raise FrontMatterError(
            line, found, f"not valid YAML: {error.problem}", "quote the value: 'like: this'"
        ) from error
    except yaml.YAMLError as error:
        raise FrontMatterError(
            1, "", f"not valid YAML: {error}", "remove the characters that cannot be printed"
        ) from error
    if node is None:
        return {}, {}
    _refuse_traps(node)
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError(2, text[:40], "not a list of fields", "write 'title: …' and so on")
    fields = _mapping(node, repeated)
    return fields, {str(key.value): key.start_mark.line + 2 for key, _ in node.value}


def _refuse_traps(root: yaml.Node) -> None:
    """YAML's ``*names`` can make a value contain itself, or a short text stand for gigabytes."""
    seen: set[int] = set()
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        line = node.start_mark.line + 2
        if id(node) in seen:
            message, remedy = "a value is used twice", "write it out where '*name' stands"
            raise FrontMatterError(line, "", message, remedy)
        if depth > _DEEPEST:
            raise FrontMatterError(line, "", "values nested too deeply", "write one text or list")
        if isinstance(node, yaml.CollectionNode):
            seen.add(id(node))
            pairs = node.value if isinstance(node, yaml.MappingNode) else [(v,) for v in node.value]
            waiting += [(child, depth + 1) for pair in pairs for child in pair]


def _mapping(node: yaml.MappingNode, repeated: list[RepeatedField]) -> dict[str, object]:
    """The mapping's values; of a field that stands there twice the first, the rest is recorded."""
    fields: dict[str, object] = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError(line, "", "a field name must be a text", "write 'name: value'")
        if key.value in fields:
            repeated.append(RepeatedField(line, str(key.value)))
        else:
            fields[key.value] = _plain(value, repeated)
    return fields


def _plain(node: yaml.Node, repeated: list[RepeatedField]) -> object:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, repeated)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, repeated) for item in node.value]
    is_null = (
        isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")
    )
    return "" if is_null else str(node.value)
