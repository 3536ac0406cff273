"""Shortcodes of WordPress: ``[caption]…[/caption]``, ``[gallery ids="1,2"]`` and those of plugins.

Brackets are also prose: "[sic]", "[the minister]". So what no rule here knows is a shortcode only if it
is closed, has attributes, or stands alone in its line; its inner text stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_CODE = re.compile(
    r"\[(?P<escape>\[?)(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,60})"
    r"(?P<rest>(?:[\s=/](?:[^\[\]<>\"']{1,2000}+|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,60}+)?)"
    r"\](?P<end>\]?)"
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])([\w-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))"""
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]]+")
_CAPTIONS = ("caption", "wp_caption")
_EMBEDS = ("embed", "video", "audio", "youtube", "vimeo", "soundcloud", "twitter", "playlist")
_DROPPED = (*_EMBEDS, "gallery", "more", "toc", "nextpage")
_PICTURE = re.compile(r"\s*(?:<p>\s*)?((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)", re.I)
_MOST = 20_000


@dataclass
class _Open:
    """A caption or an embed whose end has not come yet: its attributes, and what stands in it."""

    name: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)


def without_shortcodes(text: str) -> str:
    """HTML whose shortcodes are what they show, or their inner text, or nothing."""
    if "[" not in text:
        return text
    codes = [match for match, _ in zip(_CODE.finditer(text), range(_MOST), strict=False)]
    closed = {match["name"] for match in codes if match["close"] and not match["escape"]}
    stack = [_Open("", {})]
    place = 0
    for match in codes:
        stack[-1].parts.append(text[place : match.start()])
        place = match.end()
        if match["escape"] and match["end"]:
            stack[-1].parts.append(match[0][1:-1])
        elif not _is_code(match, closed):
            stack[-1].parts.append(match[0])
        else:
            stack[-1].parts.append(match["escape"])
            _take(match, closed, stack)
            stack[-1].parts.append(match["end"])
    stack[-1].parts.append(text[place:])
    while len(stack) > 1:  # never closed: what stands in it is text
        inner = stack.pop()
        stack[-1].parts += inner.parts
    return "".join(stack[0].parts)


def _take(match: re.Match[str], closed: set[str], stack: list[_Open]) -> None:
    """Open or close a shortcode that shows something; others leave nothing behind."""
    name = match["name"].lower()
    is_paired = name in _CAPTIONS or (name in _EMBEDS and match["name"] in closed)
    if not is_paired:
        if not match["close"] and name in _EMBEDS:
            stack[-1].parts.append(_embedded(match["rest"]))
    elif not match["close"]:
        stack.append(_Open(name, dict(_attributes(match["rest"])), []))
    elif stack[-1].name == name:
        done = stack.pop()
        inner = "".join(done.parts)
        shown = (
            _figure(done, inner) if name in _CAPTIONS else _embedded(f"{done.attributes} {inner}")
        )
        stack[-1].parts.append(shown)


def _is_code(match: re.Match[str], closed: set[str]) -> bool:
    name, rest = match["name"], match["rest"]
    if name.lower() in (*_CAPTIONS, *_DROPPED) or name in closed:
        return True
    if _ATTRIBUTE.search(rest) or rest.endswith("/"):
        return True
    return not rest and name.islower() and name.isascii() and _stands_alone(match)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether nothing but tags stands in its line."""
    text = match.string
    start = text.rfind("\n", max(0, match.start() - 300), match.start()) + 1
    before = text[max(start, match.start() - 300) : match.start()]
    end = text.find("\n", match.end(), match.end() + 300)
    after = text[match.end() : end if end >= 0 else match.end() + 300]
    return not re.search(r"\w", re.sub(r"<[^<>]*>|\[[^\[\]]*\]", "", f"{before} {after}"))


def _attributes(rest: str) -> Iterator[tuple[str, str]]:
    for match in _ATTRIBUTE.finditer(rest):
        yield match[1].lower(), html.unescape(match[2] or match[3] or match[4] or "")


def _figure(code: _Open, inner: str) -> str:
    """A picture and its caption, which the attribute has in exports of older versions."""
    picture = _PICTURE.match(inner)
    if picture is None:
        return inner
    words = inner[picture.end() :].strip() or html.escape(code.attributes.get("caption", ""))
    return f"\n\n<figure>{picture[1]}<figcaption>{words}</figcaption></figure>\n\n"


def _embedded(text: str) -> str:
    """A link to what was embedded, where it has an address."""
    found = _ADDRESS.search(html.unescape(text))
    if found is None:
        return ""
    address = html.escape(found[0], quote=True)
    return f'\n\n<p><a href="{address}">{address}</a></p>\n\n'
