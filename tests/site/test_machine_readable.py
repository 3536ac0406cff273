"""What Zotero, scholars' crawlers and search engines read in a report's page, by others' parsers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import extruct
import pytest
from lxml import html

from tests.conftest import VOCABULARY
from tests.site.conftest import CONFIG, SiteArchive

ROOT = "https://harbour.example/archive/"
HOSTILE = '</script><script>alert(1)</script><!-- "q" & \\u2028 {x}'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteArchive:
    """One site with reports of every shape."""
    site = SiteArchive(tmp_path_factory.mktemp("archive"))
    site.write("mkdocs.yml", CONFIG)
    site.write("vocabulary.yml", VOCABULARY)
    site.write("docs/index.md", "# Harbour Watch\n")
    site.write("docs/ar/index.md", "# مرصد الميناء\n")
    site.write("docs/notes/method.md", "# How we work\n")
    site.with_original(
        "2016/own",
        title="Cranes fail",
        date="2016-10-28",
        authors=["Mira Holt", "Port Union"],
        tags=["port-tarn", "siege"],
        language="en",
        rights="© 2016 Harbour Watch, CC BY-SA 4.0",
        summary="Two cranes failed.",
        url="https://else.example/cranes",
        archived_url="https://copies.example/cranes",
        corrections=[{"date": "2017-01-01", "note": "Two cranes, not three."}],
    )
    site.article("2016/رافعتان", language="ar", date="2016-10", translation_of="2016/own")
    site.article("2017/wire", source="northern-wire", date="2017-03-21?", language="en")
    site.article("2017/copy", same_as="2017/wire", date="2017", display="link", language="en")
    site.article("2019/friday", date="[2019-05-10,2019-05-17]", language="en")
    site.article("undated/letter", language="en", inferred={"title": "first line"})
    site.article(
        "2020/covered", warning="Injuries.", summary="What is covered.", date="2020", language="en"
    )
    site.article("2021/hostile", title=HOSTILE, summary=HOSTILE, rights=HOSTILE, authors=[HOSTILE])
    site.build()
    return site


def read(site: SiteArchive, path: str) -> dict[str, Any]:
    """All that a page says of itself: JSON-LD, Open Graph, Dublin Core, Highwire."""
    page = site.page(path)
    found = extruct.extract(page, syntaxes=["json-ld", "opengraph", "dublincore"], uniform=False)
    (linked,) = found["json-ld"]
    return {
        "linked": linked,
        "graph": _lists(found["opengraph"][0]["properties"]),
        "core": _lists(
            (element["name"], element["content"])
            for kind in ("elements", "terms")
            for element in found["dublincore"][0][kind]
            if "." in element["name"]  # it takes the plain description for one of its own
        ),
        "highwire": _highwire(page),
    }


def _lists(pairs: Any) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        found[name].append(value)
    return dict(found)


def _highwire(page: str) -> Mapping[str, Sequence[str]]:
    elements = html.fromstring(page).iterfind(".//meta[@name]")
    return _lists(
        (element.get("name"), element.get("content"))
        for element in elements
        if str(element.get("name")).startswith("citation_")
    )


def test_highwire(built: SiteArchive) -> None:
    address = f"{ROOT}reports/2016/own/"
    assert read(built, "reports/2016/own/")["highwire"] == {
        "citation_title": ["Cranes fail"],
        "citation_author": ["Mira Holt", "Port Union"],
        "citation_publication_date": ["2016/10/28"],
        "citation_technical_report_institution": ["Harbour Watch"],
        "citation_language": ["en"],
        "citation_public_url": [address],
        "citation_abstract_html_url": [address],
    }
    wire = read(built, "reports/2017/wire/")["highwire"]
    assert wire["citation_author"] == ["Northern Wire"]
    assert wire["citation_publisher"] == ["Harbour Watch"]
    assert "citation_technical_report_institution" not in wire


def test_dublin_core(built: SiteArchive) -> None:
    assert read(built, "reports/2016/own/")["core"] == {
        "DC.title": ["Cranes fail"],
        "DC.creator": ["Mira Holt", "Port Union"],
        "DC.publisher": ["Harbour Watch"],
        "DC.date": ["2016-10-28"],
        "DCTERMS.modified": ["2017-01-01"],
        "DC.language": ["en"],
        "DC.type": ["Text"],
        "DC.identifier": [f"{ROOT}reports/2016/own/"],
        "DC.source": ["https://else.example/cranes"],
        "DC.rights": ["© 2016 Harbour Watch, CC BY-SA 4.0"],
        "DCTERMS.license": ["https://creativecommons.org/licenses/by-sa/4.0/"],
    }


def test_open_graph(built: SiteArchive) -> None:
    assert read(built, "reports/2016/own/")["graph"] == {
        "og:type": ["article"],
        "og:title": ["Cranes fail"],
        "og:description": ["Two cranes failed."],
        "og:url": [f"{ROOT}reports/2016/own/"],
        "og:site_name": ["Harbour Watch"],
        "og:locale": ["en_US"],
        "article:published_time": ["2016-10-28"],
        "article:modified_time": ["2017-01-01"],
        "article:tag": ["Port Tarn", "Siege"],
    }
    arabic = read(built, "ar/reports/2016/رافعتان/")["graph"]
    assert arabic["og:locale"] == ["ar_EG"]
    assert arabic["og:site_name"] == ["مرصد الميناء"]


def test_linked_data(built: SiteArchive) -> None:
    linked = read(built, "reports/2016/own/")["linked"]
    address = f"{ROOT}reports/2016/own/"
    arabic = f"{ROOT}ar/reports/2016/%D8%B1%D8%A7%D9%81%D8%B9%D8%AA%D8%A7%D9%86/"
    identifier = linked.pop("identifier")
    assert linked == {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": address,
        "url": address,
        "headline": "Cranes fail",
        "inLanguage": "en",
        "author": [
            {"@type": "Person", "name": "Mira Holt", "familyName": "Holt", "givenName": "Mira"},
            {"@type": "Organization", "name": "Port Union"},
        ],
        "publisher": {"@type": "Organization", "name": "Harbour Watch"},
        "datePublished": "2016-10-28",
        "dateModified": "2017-01-01",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "copyrightNotice": "© 2016 Harbour Watch, CC BY-SA 4.0",
        "isAccessibleForFree": True,
        "keywords": ["Port Tarn", "Siege"],
        "isPartOf": {"@type": "WebSite", "name": "Harbour Watch", "url": ROOT},
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "Two cranes, not three.",
                "datePublished": "2017-01-01",
            }
        ],
        "isBasedOn": ["https://else.example/cranes", f"{address}own.txt"],
        "archivedAt": "https://copies.example/cranes",
        "workTranslation": [{"@id": arabic}],
        "abstract": "Two cranes failed.",
    }
    assert identifier["propertyID"] == "SHA-256 of the original"
    assert identifier["value"] in built.page("reports/2016/own/")


def test_kin(built: SiteArchive) -> None:
    arabic = read(built, "ar/reports/2016/رافعتان/")["linked"]
    assert arabic["translationOfWork"] == {"@id": f"{ROOT}reports/2016/own/"}
    assert "workTranslation" not in arabic
    copied = read(built, "reports/2017/copy/")["linked"]
    assert copied["isBasedOn"] == [f"{ROOT}reports/2017/wire/"]
    assert "isAccessibleForFree" not in copied


def test_press_is_told_from_reports(built: SiteArchive) -> None:
    wire = read(built, "reports/2017/wire/")["linked"]
    assert wire["@type"] == "NewsArticle"
    assert wire["author"] == [{"@type": "Organization", "name": "Northern Wire"}]
    assert read(built, "reports/2019/friday/")["linked"]["@type"] == "Report"


@pytest.mark.parametrize(
    ("path", "highwire", "iso", "temporal"),
    [
        ("reports/2016/own/", "2016/10/28", "2016-10-28", None),
        ("ar/reports/2016/رافعتان/", "2016", "2016-10", None),
        ("reports/2017/copy/", "2017", "2017", None),
        ("reports/2017/wire/", None, None, "2017-03-21?"),
        ("reports/2019/friday/", "2019", None, "[2019-05-10,2019-05-17]"),
        ("reports/undated/letter/", None, None, None),
    ],
)
def test_no_date_is_more_exact_than_what_is_known(
    built: SiteArchive, path: str, highwire: str | None, iso: str | None, temporal: str | None
) -> None:
    said = read(built, path)
    assert said["highwire"].get("citation_publication_date") == ([highwire] if highwire else None)
    assert said["core"].get("DC.date") == ([iso] if iso else None)
    assert said["linked"].get("datePublished") == iso
    assert said["linked"].get("temporal") == temporal
    exact = [iso] if iso and len(iso) == 10 else None
    assert said["graph"].get("article:published_time") == exact


def test_nothing_of_what_a_warning_covers_is_told(built: SiteArchive) -> None:
    page = built.page("reports/2020/covered/")
    head, section = page.partition("</head>")[0], page.partition('class="ar-cite"')[2]
    assert "What is covered" not in head + section.partition("</section>")[0]
    linked = read(built, "reports/2020/covered/")["linked"]
    assert (linked["contentRating"], linked["isFamilyFriendly"]) == ("Injuries.", False)


def test_what_a_title_says_is_never_markup(built: SiteArchive) -> None:
    """Every parser gets the words back, and no element begins or ends by them."""
    page = built.page("reports/2021/hostile/")
    assert "<script>alert" not in page
    assert "<!-- " not in page.partition("</head>")[0]
    said = read(built, "reports/2021/hostile/")
    assert said["linked"]["headline"] == said["linked"]["abstract"] == HOSTILE
    assert said["linked"]["author"] == [{"@type": "Person", "name": HOSTILE}]
    assert said["highwire"]["citation_title"] == [HOSTILE]
    assert said["core"]["DC.rights"] == [HOSTILE]
    assert said["graph"]["og:title"] == [HOSTILE]


def test_a_site_without_an_address_tells_no_addresses(site_archive: SiteArchive) -> None:
    site_archive.write("mkdocs.yml", re.sub(r"site_url: .*\n", "", CONFIG))
    site_archive.article("2016/own", date="2016")
    site_archive.build()
    said = read(site_archive, "reports/2016/own/")
    assert "url" not in said["linked"] and "og:url" not in said["graph"]
    assert "DC.identifier" not in said["core"]
    assert '"URL"' not in site_archive.page("reports/2016/own/")


def test_only_reports_speak_to_machines(built: SiteArchive) -> None:
    assert "ld+json" not in built.page("browse/")
