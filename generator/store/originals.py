"""Which originals, and which parts of containers, the archive has articles of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator import frontmatter
from generator.errors import FrontMatterError

_SHA256 = re.compile(r"[\s{,][\"']?sha256[\"']?:\s*[\"']?([0-9a-f]{64})")
_HAS_PART = re.compile(r"[\s{,][\"']?part[\"']?:")
_AS_WRITTEN = re.compile(r"^  part: (?P<part>[^\s'\"|>&*!%@`#{\[][^\n#]*)$", re.MULTILINE)


@dataclass(frozen=True)
class KnownPart:
    """The article made from a part of a container, and the SHA-256 that the part had then."""

    path: str
    sha256: str


@dataclass
class KnownOriginals:
    """What has been imported so far: an import adds to it as it goes.

    Attributes:
        paths: the path of the article of each original, by SHA-256.
        parts: the article of each part of a container, by its GUID, Message-ID or address.
    """

    paths: dict[str, str] = field(default_factory=dict)
    parts: dict[str, KnownPart] = field(default_factory=dict)

    def add(self, path: str, sha256: str, part: str = "") -> None:
        """Know one original more; the first article of an original is its own."""
        self.paths.setdefault(sha256, path)
        if part:
            self.parts.setdefault(part, KnownPart(path, sha256))

    def take_in(self, path: str, text: str) -> None:
        """Know what an article says of its original, also where its front matter is damaged."""
        front = text[: max(text.find("\n---", 3), 0)]
        hashes = _SHA256.findall(front)
        for sha256 in hashes:
            self.paths.setdefault(sha256, path)
        if hashes and _HAS_PART.search(front) and (part := _part_in(text, front)):
            self.parts.setdefault(part, KnownPart(path, hashes[0]))


def _part_in(text: str, front: str) -> str:
    """The part named in front matter; only what needs it is read as YAML, which takes its time."""
    if (plain := _AS_WRITTEN.search(front)) is not None:
        return plain["part"].strip()
    try:
        original = frontmatter.parse(text).fields.get("original")
    except FrontMatterError:
        return ""
    return str(original.get("part", "")) if isinstance(original, dict) else ""
