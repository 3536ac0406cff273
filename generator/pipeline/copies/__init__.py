"""The same story twice: near copies among the articles, and which of them is the original.

versions     what of an article tells whether it may be a copy, and which of two came first
index        all articles as signatures, kept between commands, and who is near whom
linking      pairs, the families that they make, and `same_as` on the editor's word
"""

from generator.pipeline.copies.index import CopyIndex
from generator.pipeline.copies.linking import Link, Pair, linked, links, pairs
from generator.pipeline.copies.versions import Version, may_be_copies, precedes, root_of

__all__ = [
    "CopyIndex",
    "Link",
    "Pair",
    "Version",
    "linked",
    "links",
    "may_be_copies",
    "pairs",
    "precedes",
    "root_of",
]
