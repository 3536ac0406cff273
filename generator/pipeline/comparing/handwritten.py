"""Hand-written pages, and the files beside them, as MkDocs gives them addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping

from generator.model import Problem
from generator.pipeline.mentions import DOCS


def lost_pages(
    then: Mapping[str, str], now: Mapping[str, str], answers: Container[str], revision: str
) -> Iterator[Problem]:
    """A problem for each that is gone, and at whose address nothing else answers."""
    standing = {_docs_address(name) for name in now if name.startswith(f"{DOCS}/")}
    for name in sorted(then):
        address = _docs_address(name)
        if not name.startswith(f"{DOCS}/") or "/." in name:
            continue
        if address not in standing and address not in answers:
            yield Problem(
                name,
                0,
                "",
                address,
                f"/{address} answered at '{revision}' and would lead nowhere",
                "restore the file, or leave a page there that says where its content is now",
            )


def _docs_address(name: str) -> str:
    path = name.removeprefix(f"{DOCS}/")
    if not path.endswith(".md"):
        return path
    folder, stem = posixpath.split(path.removesuffix(".md"))
    is_index = stem in ("index", "README")
    return f"{posixpath.join(folder, '' if is_index else stem)}/".replace("//", "/").lstrip("/")
