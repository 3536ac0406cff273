"""Places of a country with their names, out of the files that GeoNames offers for download.

    geonames     the tables, read in a stream
    packaged     towns out of a package, where nobody downloaded tables
    naming       which of a place's names becomes its label, which ones aliases, which none

GeoNames' data are licensed under CC BY 4.0: whoever uses them names geonames.org.
"""

from generator.gazetteer.geonames import Name, Place, Places, read_places
from generator.gazetteer.naming import Named, is_ordinary, named
from generator.gazetteer.packaged import packaged_places

__all__ = [
    "Name",
    "Named",
    "Place",
    "Places",
    "is_ordinary",
    "named",
    "packaged_places",
    "read_places",
]
