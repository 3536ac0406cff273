"""A report in the terms of schema.org, as JSON-LD 1.1."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from generator.archive import PublicArchive
from generator.citing import Name, Work, licence_of
from generator.citing.dating import iso_date
from generator.model import PublicReport

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
Permalink = Callable[[str], str]


def linked_data(
    report: PublicReport, work: Work, archive: PublicArchive, permalink: Permalink
) -> str:
    """The script element, which no browser runs.

    Args:
        report: the report of the page.
        work: the same, as it is cited.
        archive: what it is part of.
        permalink: the absolute address of an address of the site.
    """
    fields = {
        "@context": "https://schema.org",
        "@type": "NewsArticle" if work.is_news else "Report",
        **_said(report, work, archive),
        **_kin(report, archive, permalink),
        **_covered(report),
    }
    text = _JSON.encode({n: value for n, value in fields.items() if value not in (None, "", [])})
    return f'<script type="application/ld+json">{_closed_in(text)}</script>'


def _closed_in(text: str) -> str:
    """JSON in which no ``</script>`` and no ``<!--`` can end or open anything (HTML 4.12.1.3)."""
    return text.replace("<", "\\u003c")


def _said(report: PublicReport, work: Work, archive: PublicArchive) -> Mapping[str, object]:
    settings, language = archive.settings, report.site_language
    site = settings.languages[language].site_name
    publisher = archive.vocabulary.label(report.publisher, language)
    published = iso_date(work.date)
    return {
        "@id": work.permalink,
        "url": work.permalink,
        "headline": work.title,
        "inLanguage": work.language,
        "author": [_agent(name) for name in work.names],
        "sourceOrganization": _organisation(work.source),
        "publisher": _organisation(publisher),
        "datePublished": published,
        "temporal": work.date.text if work.date.is_known and not published else "",
        "dateModified": str(report.corrections[0].date) if report.corrections else "",
        "license": licence_of(work.rights),
        "copyrightNotice": work.rights,
        "isAccessibleForFree": True if report.display == "full" else None,
        "keywords": [archive.vocabulary.label(tag, language) for tag in report.tags],
        "isPartOf": {
            "@type": "WebSite",
            "name": site,
            **({"url": settings.site_url} if settings.site_url else {}),
        },
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": f"SHA-256 of the {work.hashed}",
            "value": work.sha256,
        }
        if work.sha256
        else None,
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction.note,
                "datePublished": str(correction.date),
            }
            for correction in report.corrections
        ],
    }


def _kin(
    report: PublicReport, archive: PublicArchive, permalink: Permalink
) -> Mapping[str, object]:
    """What it was made from, and translated from or into; by address, where the site's is known."""
    if not archive.settings.site_url:
        return {"isBasedOn": report.url, "archivedAt": report.archived_url}
    copied = archive.by_path.get(report.same_as)
    source = archive.by_path.get(report.translation_of)
    family = archive.translations.get(report.path, ())
    others = [member for member in family if member.translation_of == report.path]
    based = [report.url, permalink(copied.address) if copied else ""]
    if report.original and report.original.file:
        based.append(permalink(report.address + report.original.file))
    return {
        "isBasedOn": [address for address in based if address],
        "archivedAt": report.archived_url,
        "translationOfWork": {"@id": permalink(source.address)} if source else None,
        "workTranslation": [{"@id": permalink(other.address)} for other in others],
    }


def _covered(report: PublicReport) -> Mapping[str, object]:
    """A warning, or what is told of the content where there is none."""
    if report.warning:
        return {"contentRating": report.warning, "isFamilyFriendly": False}
    return {"abstract": report.summary}


def _agent(name: Name) -> Mapping[str, str]:
    if name.is_organisation:
        return {"@type": "Organization", "name": name.literal}
    parts = {"familyName": name.family, "givenName": name.given} if name.family else {}
    return {"@type": "Person", "name": name.literal, **parts}


def _organisation(name: str) -> Mapping[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None
