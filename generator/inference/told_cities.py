"""Whether a text speaks of a word as of a city: who speaks is none, "النقابة / ميرا هولت"."""

from __future__ import annotations

import re

from generator.inference.reading import Reading

_BEFORE_A_CITY = (
    r"(?:(?<!\w)(?:و?في|و?من|إلى|الى|العاصمة|مدينة|محافظة|بلدة|ولاية|ريف|ميناء|مطار"
    r"|شرقي?|غربي?|شمالي?|جنوبي?)\s|(?<!\w)ب)"
)
_BEFORE_A_CITY_WITH_ARTICLE = r"(?<!\w)(?:و?في|مدينة|محافظة|بلدة|ولاية|ريف|ميناء|مطار)\s"


def is_placed(reading: Reading, city: str, number: int) -> bool:
    """Whether another line has a word as cities are spoken of: "في تلين", "بتلين", "مدينة تلين".

    One with an article may be whoever speaks: people come "من الشهيد" and write "إلى الوزير".
    """
    lines = (line for n, line in enumerate(reading.lines) if n != number and city in line)
    before = _BEFORE_A_CITY_WITH_ARTICLE if city.startswith("ال") else _BEFORE_A_CITY
    place = re.compile(rf"{before}{re.escape(city)}(?!\w)")
    return any(place.search(line) for line in lines)
