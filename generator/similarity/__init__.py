"""How alike two texts are, and which of many are worth comparing.

wording      a text as it is compared; the similarity of two
neighbours   MinHash in bands: which texts meet, in time that grows with their number only
"""

from generator.similarity.neighbours import SCHEME, Neighbours, Signature, signature_of
from generator.similarity.wording import DEFAULT, SHORT, Wording, similarity

__all__ = [
    "DEFAULT",
    "SCHEME",
    "SHORT",
    "Neighbours",
    "Signature",
    "Wording",
    "signature_of",
    "similarity",
]
