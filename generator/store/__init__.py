"""The archive on disk: articles/ and originals, written so that nothing is lost or overwritten."""

from generator.store.articles import ARTICLES, ArticleStore, Unreadable
from generator.store.editing import Append, Change, Put, edited
from generator.store.files import create_file, replace_file, sha256_of
from generator.store.grouped import GroupedStore, Unit
from generator.store.history import Commit, object_id_of
from generator.store.locking import alone
from generator.store.originals import KnownOriginals
from generator.store.outlines import read_outline
from generator.store.signatures import KeptSignatures
from generator.store.slugs import slug_for

__all__ = [
    "ARTICLES",
    "Append",
    "ArticleStore",
    "Change",
    "Commit",
    "GroupedStore",
    "KeptSignatures",
    "KnownOriginals",
    "Put",
    "Unit",
    "Unreadable",
    "alone",
    "create_file",
    "edited",
    "object_id_of",
    "read_outline",
    "replace_file",
    "sha256_of",
    "slug_for",
]
