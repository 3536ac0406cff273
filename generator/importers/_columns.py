"""Which column of a table is which field, by its header in English, French or Arabic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.orthography import fold, words

FIELDS = {
    "id": "id; guid; uuid; identifier; identifiant; المعرف; معرف; رقم الخبر",
    "title": (
        "title; headline; heading; post title; article title; titre; titre de l'article; "
        "العنوان; عنوان; عنوان الخبر; عنوان التقرير"
    ),
    "text": (
        "text; body; content; full text; fulltext; article text; article body; post content; "
        "content html; body html; html; texte; corps; contenu; texte intégral; النص; نص; نص "
        "الخبر; نص التقرير; المحتوى; محتوى; المتن; متن"
    ),
    "summary": (
        "summary; abstract; excerpt; description; lead; standfirst; résumé; chapô; extrait; "
        "الملخص; ملخص; المقدمة"
    ),
    "date": (
        "date; published; published at; published on; date published; publication date; "
        "publish date; pub date; pubdate; post date; report date; date de publication; publié "
        "le; التاريخ; تاريخ; تاريخ النشر; نشر في"
    ),
    "updated": (
        "updated; updated at; modified; modified at; last modified; date modified; mis à "
        "jour; modifié le; تاريخ التحديث; آخر تحديث"
    ),
    "authors": (
        "author; authors; byline; by; writer; writers; reporter; auteur; auteurs; الكاتب; "
        "كاتب; المؤلف; الكتاب; بقلم; اسم الكاتب"
    ),
    "source": "source; agency; news agency; agence; المصدر; مصدر; الوكالة; وكالة",
    "publisher": (
        "publisher; site; site name; outlet; newspaper; éditeur; journal; média; الناشر; "
        "الموقع; اسم الموقع; الصحيفة; الجهة الناشرة"
    ),
    "tags": (
        "tag; tags; category; categories; keywords; topic; topics; étiquettes; catégorie; "
        "catégories; mots clés; الوسوم; وسوم; التصنيف; تصنيفات; التصنيفات; الكلمات المفتاحية"
    ),
    "language": "language; lang; locale; langue; اللغة; لغة",
    "rights": "rights; copyright; license; licence; droits; الحقوق; حقوق النشر",
    "url": (
        "url; link; permalink; web address; lien; adresse web; adresse; الرابط; رابط; رابط الخبر"
    ),
    "status": "status; post status; publication status; statut; état; الحالة; حالة النشر; حالة",
    "hidden": "draft; private; hidden; is draft; is private; brouillon; privé; مسودة; خاص",
}
"""What headers call each field; ``status`` and ``hidden`` say that a row is not public."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_|-")


def folded(header: str) -> str:
    """A header as it is compared: "publishedAt" is "published_at" is "Published at"."""
    return " ".join(fold(match[0]) for match in words(_CAMEL.sub(" ", header[:200])))


_BY_NAME = {folded(name): field for field, names in FIELDS.items() for name in names.split(";")}


def columns_of(headers: Sequence[str], said: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The columns of each field, in their order; only tags may have several.

    Args:
        headers: names of the columns.
        said: what the editor said, column by field; an empty column takes a field away.
    """
    found = _recognised(tuple(headers))
    taken = {folded(name) for name in said.values()}
    columns = {
        field: tuple(name for name in names if folded(name) not in taken)
        for field, names in found.items()
        if field not in said
    }
    by_name = {folded(header): header for header in reversed(headers)}
    for field, name in said.items():
        if header := (name if name in headers else by_name.get(folded(name), "")):
            columns[field] = (header,)
    return {field: names for field, names in columns.items() if names}


@lru_cache(maxsize=256)
def _recognised(headers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for header in headers:
        field = _BY_NAME.get(folded(header), "")
        if field and (field not in found or field == "tags"):
            found[field] = (*found.get(field, ()), header)
    return found


def has_report(columns: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether there is a column that can be a report."""
    return "title" in columns or "text" in columns


def missing(headers: Sequence[str]) -> str:
    """What to tell an editor whose table has no such columns."""
    listed = ", ".join(header[:40] for header in headers[:30]) or "none"
    return (
        f"has no column for a title or a text (columns found: {listed}): say which they are with"
        f" --map title=…,text=…"
    )
