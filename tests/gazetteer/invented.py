"""GeoNames' tables of a country that does not exist, with the code QV, in the open ocean."""

from __future__ import annotations

from pathlib import Path


def row(
    number: int,
    name: str,
    others: str = "",
    code: str = "P.PPL",
    province: str = "",
    people: int = 5000,
    place: tuple[float, float] = (-41.0, -126.0),
    country: str = "QV",
) -> str:
    """One line of the gazetteer."""
    group, _, feature = code.partition(".")
    plain = name.replace("ā", "a").replace("Ḥ", "H")
    cells = [number, name, plain, others, *place, group, feature, country, ""]
    cells += [province, "", "", "", people, "", 12, "Pacific/Nowhere", "2020-01-01"]
    return "\t".join(map(str, cells))


GAZETTEER = [
    row(1, "Republic of Qalvara", "Qalvara,قلفارا", "A.PCLI", "00", 900000, (-41.2, -126.5)),
    row(2, "Northern Province", "محافظة الشمال,Tell Ḥanar", "A.ADM1", "01", 90000, (-40.5, -126.5)),
    row(3, "Kharzal", "خرزل,Kharzāl", "A.ADM1", "02", 80000, (-41.8, -126.9)),
    row(
        10, "Marsa Tellin", "مرسى تلين,Marsa Telin,Mersa", "P.PPLC", "01", 200000, (-41.62, -126.18)
    ),
    row(11, "Al-Hadar", "الحضر,El Hadar,Al Hadar", "P.PPL", "01", 9000, (-40.1, -126.0)),
    row(12, "Al-Hadar", "الحضر", "P.PPL", "02", 4000, (-41.9, -126.8)),
    row(13, "Bridge", "الجسر,Qantara Nuwar", "P.PPL", "02", 3000, (-41.7, -126.7)),
    row(
        14,
        "Tell Ḥanar",
        "تل حنار,تەل هەنار,Tel Hanar,Of,TH",
        "P.PPLA",
        "02",
        70000,
        (-41.5, -126.6),
    ),
    row(15, "Tiny", "صغيرون", "P.PPL", "02", 40, (-41.4, -126.6)),
    row(16, "Old Wall Ruins", "", "S.RUIN", "02", 0, (-41.4, -126.6)),
    row(90, "Elsewhere", "مكان", "P.PPL", "01", 90000, (10.0, 10.0), "QX"),
]
OTHER_NAMES = [
    "1\t10\tar\tمرسى تلّين\t1\t\t\t\t\t",
    "2\t10\tfr\tMarse-Telline\t\t\t\t\t\t",
    "3\t10\tlink\thttps://example.org/marsa\t\t\t\t\t\t",
    "4\t14\tar\tتل الحنار\t1\t\t\t\t\t",
    "5\t14\tku\tTel Henar\t\t\t\t\t\t",
    "6\t14\ten\tOldname\t\t\t\t1\t\t",
    "7\t90\ten\tNot Ours\t1\t\t\t\t\t",
    "8\t3\ten\tWadi Kharzal\t1\t\t\t",
]
PROVINCES = ["QV.01\tNorthern Province\tNorthern Province\t2", "QX.01\tOther\tOther\t91"]


def table(folder: Path, name: str, lines: list[str]) -> Path:
    """A table as it is downloaded."""
    file = folder / name
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return file
