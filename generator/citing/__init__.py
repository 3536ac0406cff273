"""Citations: what a lawyer, a librarian or a reference manager needs to name a report exactly.

``work_of`` reads a PublicReport once; all forms are made from the Work that it gives. Citations
keep to English in every interface language, as Chicago and APA do: their months, "and" and "n.d."
are part of the style. Names and titles stand in their own script, never transliterated.
"""

from generator.citing.apa import apa
from generator.citing.bibtex import bibtex
from generator.citing.chicago import chicago
from generator.citing.csl import csl_item, csl_json
from generator.citing.licence import licence_of
from generator.citing.names import Name
from generator.citing.pieces import Citation, Piece
from generator.citing.ris import ris
from generator.citing.work import Work, work_of

__all__ = [
    "Citation",
    "Name",
    "Piece",
    "Work",
    "apa",
    "bibtex",
    "chicago",
    "csl_item",
    "csl_json",
    "licence_of",
    "ris",
    "work_of",
]
