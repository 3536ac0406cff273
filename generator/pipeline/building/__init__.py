"""Build: the public archive as pages and files, made where they changed and put in place at the end.

``loading`` reads articles and lets them through the gate, ``units`` says what the site is made of
and from what, ``making`` makes it, ``elsewhere`` on other machines, ``site`` is the way through.
"""

from generator.pipeline.building.base import base_of_making, base_of_reading
from generator.pipeline.building.loading import (
    Articles,
    LoadedArchive,
    load_archive,
    load_outline,
)
from generator.pipeline.building.memory import Memory
from generator.pipeline.building.reading import Reader
from generator.pipeline.building.site import SiteBuild
from generator.pipeline.building.units import addresses_of

__all__ = [
    "Articles",
    "LoadedArchive",
    "Memory",
    "Reader",
    "SiteBuild",
    "addresses_of",
    "base_of_making",
    "base_of_reading",
    "load_archive",
    "load_outline",
]
