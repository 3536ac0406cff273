"""Pagefind: its engine, its words, and bundles in its format.

``service`` speaks to its executable, ``words`` asks it what it makes of words, ``postings`` and
``bundle`` write an index that its engine in the browser reads. Decisions 6 and 21.
"""

from generator.pagefind.bundle import Bundle, bundle
from generator.pagefind.service import Index, Record
from generator.pagefind.words import engine_files, words_of

__all__ = ["Bundle", "Index", "Record", "bundle", "engine_files", "words_of"]
