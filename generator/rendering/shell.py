"""The page shell: the theme's page rendered once around placeholders, then filled in for each page.

A page of the theme takes milliseconds to render, and differs from its neighbour in five places. So
the theme renders one page with a placeholder in each of them, and every page of the same language
whose links lead the same way is that text with the placeholders replaced.
``tests/site/test_exactness.py`` proves that the bytes are those that MkDocs would have written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Protocol

_PLACEHOLDER = re.compile("\ue000([a-z]+)\ue001")


@dataclass(frozen=True)
class Slots:
    """What differs from page to page, as HTML.

    Attributes:
        title: the page's title, for the header.
        head: elements for the head: title, description, canonical link, translations.
        content: the page itself.
        toc: the list of its headings.
        languages: the language menu; empty on a site in one language.
    """

    title: str
    head: str
    content: str
    toc: str
    languages: str

    @classmethod
    def placeholders(cls) -> Slots:
        """Slots that hold nothing but a mark for where they stand."""
        return cls(**{field.name: f"\ue000{field.name}\ue001" for field in fields(cls)})


class Theme(Protocol):
    """What the archive asks of the site's theme; the MkDocs plugin answers."""

    def render(self, slots: Slots, language: str, address: str) -> str:
        """The page at ``address``, in the interface language, with these slots."""
        ...

    def shell_address(self, language: str, address: str) -> str:
        """An address that stands for all from which the theme's own links are the same."""
        ...

    def table_of_contents(
        self, headings: Sequence[Mapping[str, Any]], language: str, address: str
    ) -> str:
        """The theme's list of a page's headings."""
        ...


@dataclass(frozen=True)
class Shell:
    """A rendered page, cut at its placeholders."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, rendered: str) -> Shell:
        """Cut a page that was rendered with placeholder slots."""
        parts = _PLACEHOLDER.split(rendered)
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    def fill(self, slots: Slots) -> bytes:
        """The page with these slots, in UTF-8."""
        first, *others = self._encoded
        filled = [first]
        for name, text in zip(self.names, others, strict=True):
            filled += (getattr(slots, name).encode(), text)
        return b"".join(filled)

    @cached_property
    def _encoded(self) -> Sequence[bytes]:
        return [text.encode() for text in self.texts]


def depth(address: str) -> int:
    """How many folders below the root a page stands: pages of one depth share their links."""
    return address.count("/")
