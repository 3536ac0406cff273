"""The archive on disk: articles/ and originals, written so that nothing is lost or overwritten."""

from generator.store.articles import ARTICLES, ArticleStore, Unreadable
from generator.store.files import create_file, replace_file
from generator.store.originals import KnownOriginals
from generator.store.outlines import read_outline
from generator.store.slugs import slug_for

__all__ = [
    "ARTICLES",
    "ArticleStore",
    "KnownOriginals",
    "Unreadable",
    "create_file",
    "read_outline",
    "replace_file",
    "slug_for",
]
