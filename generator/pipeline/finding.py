"""Which report an editor means: by file, by path, or by an address copied from the browser."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from generator.errors import AmendmentError
from generator.store import ARTICLES, ArticleStore

_ADDRESS = re.compile(r"(?:\A|/)(?:[a-z]{2,3}(?:-[A-Za-z0-9]+)*/)?reports/(?P<path>.+)\Z")
_SUGGESTIONS = 3


def find_report(store: ArticleStore, given: str) -> str:
    """The path of the article that is meant.

    Args:
        store: the archive.
        given: ``articles/2016/x.md``, ``2016/x``, ``/reports/2016/x/``, or its whole web address.

    Raises:
        AmendmentError: there is none; the message names those that are near.
    """
    path = path_in(given)
    if (store.articles_folder / f"{path}.md").is_file() and _is_inside(path):
        return path
    paths = store.paths()
    same = {_comparable(known): known for known in paths}
    if _comparable(path) in same:
        return same[_comparable(path)]
    near = _near(path, paths)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise AmendmentError(f"there is no {ARTICLES}/{path}.md{hint}")


def path_in(given: str) -> str:
    """What an editor typed as a path below articles/, whether or not something stands there."""
    text = given.strip()
    if "://" in text:
        text = unquote(urlsplit(text).path)
    address = _ADDRESS.search(text)
    path = unquote(address["path"]) if address else text.replace("\\", "/")
    path = path.strip("/").removesuffix("/index.html").removesuffix(".md")
    folder, found, below = path.rpartition(f"{ARTICLES}/")
    is_folder = found and (not folder or folder.endswith("/"))
    return below if is_folder else path.removeprefix("./")


def _is_inside(path: str) -> bool:
    return not any(part in ("", ".", "..") for part in path.split("/"))


def _comparable(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _near(path: str, paths: Sequence[str]) -> list[str]:
    """Those with the same last part first; then those that are spelt alike."""
    slug = path.rpartition("/")[2]
    same = [known for known in paths if known.rpartition("/")[2] == slug]
    return (same or difflib.get_close_matches(path, paths, _SUGGESTIONS))[:_SUGGESTIONS]
