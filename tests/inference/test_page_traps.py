"""What saved pages of real sites taught the inference, each in its smallest page."""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator.html import fragment_blocks
from generator.inference import Inferred, infer
from generator.model import Candidate, Draft, RawReport

from .labelled import context, inferred_from

STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
MORE = "Ferries carry goods meanwhile, and a fisherman who waits at the quay says that he can wait."
GERMAN = (
    "Die Behörden der Hafenstadt sagten, dass die Brücke zur Insel gesperrt bleibt, bis jeder ihrer"
    " Pfeiler untersucht ist, den das Hochwasser in der Nacht beschädigt hat."
)


def _page(
    *, title: str = "Bridge closes after flood", head: str = "", above: str = "", below: str = ""
) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>{above}"
        f"<p>{STORY}</p><p>{MORE}</p></article>{below}</body></html>"
    )


def _said(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def _by(name: str) -> str:
    return _said(headline="Bridge closes after flood", author={"@type": "Person", "name": name})


@pytest.mark.parametrize(
    ("page", "field", "expected"),
    [
        pytest.param(_page(head=_by("Dana A. Kalb")), "authors", ["Dana A. Kalb"], id="initial A."),
        pytest.param(
            _page(head=_by("Anton Sorel, Jr.")), "authors", ["Anton Sorel Jr."], id="generation"
        ),
        pytest.param(
            _page(head=_by('Amira "Mimi" Tan')), "authors", ['Amira "Mimi" Tan'], id="nickname"
        ),
        pytest.param(_page(head=_by("Иван Антонов")), "authors", ["Иван Антонов"], id="Cyrillic"),
        pytest.param(_page(head=_by("Anna Ūdre")), "authors", ["Anna Ūdre"], id="Latvian"),
        pytest.param(
            _page(head=_by("Narin Kalb Reuters")), "authors", ["Narin Kalb"], id="glued to agency"
        ),
        pytest.param(
            _page(head=_by("Narin Kalb Reuters")), "source", "Reuters", id="agency behind a name"
        ),
        pytest.param(
            _page(head=_by("Narin Kalb Wafa")),
            "authors",
            ["Narin Kalb Wafa"],
            id="a name that an agency has, too",
        ),
        pytest.param(
            _page(head=_by("Global Affairs Qalvara")), "authors", None, id="a department"
        ),
        pytest.param(
            _page(
                head=_by("North Qara Sun-Courier")
                + '<meta property="og:site_name" content="The Sun Courier">'
            ),
            "authors",
            None,
            id="paper with its region",
        ),
        pytest.param(
            _page(above="<p>By Ines Kalb | Satellite imagery by the Survey Office</p>"),
            "authors",
            None,
            id="credit of a graphic",
        ),
        pytest.param(
            _page().replace(MORE, f"{MORE}</p><p>-- By Ines Kalb Follow @ineskalb"),
            "authors",
            ["Ines Kalb"],
            id="signed below",
        ),
        pytest.param(
            _page(above="<p>Foto: REUTERS, NTB</p>"), "source", None, id="photo in another language"
        ),
        pytest.param(
            _page(above="<p>You are what you search. (The Associated Press)</p>"),
            "source",
            None,
            id="caption with its agency",
        ),
        pytest.param(
            _page(title="Bridge closes after flood | News - Sun Courier Videos"
                  , head='<meta property="og:site_name" content="The Sun Courier">'),
            "title",
            "Bridge closes after flood",
            id="site among sections",
        ),
        pytest.param(
            _page(
                title="'The long wait': why the bridge to the island closes after each flood"
                " -- Harbour Life -- Courier.example",
                above="<div>Harbour Life</div>",
            ),
            "title",
            "'The long wait': why the bridge to the island closes after each flood",
            id="section that is a line of the page",
        ),
        pytest.param(
            _page(title="Fallen in love with bridges – LDT – Blog"),
            "title",
            "Fallen in love with bridges",
            id="title element alone",
        ),
        pytest.param(
            _page(
                title="Bridge closes after flood ‹ Courier of Qara",
                above="<h1>Bridge closes after flood</h1>",
            ),
            "title",
            "Bridge closes after flood",
            id="angle",
        ),
        pytest.param(
            _page(
                title="Strait traffic: what a closed bridge means",
                head='<meta property="og:title" content="Strait traffic: what a closed bridge means">',
                above="<h1>What a closed bridge means</h1>",
            ),
            "publisher",
            None,
            id="what begins a headline",
        ),
        pytest.param(
            _page(
                title="Harbour Life » Blog Archive » Wells run dry",
                above="<h1>Harbour Life</h1><h2>Wells run dry</h2>",
            ),
            "title",
            "Wells run dry",
            id="post of a blog",
        ),
        pytest.param(
            _page(above="<div class='byline'>by Ines Kalb August 18, 2010</div>"),
            "authors",
            ["Ines Kalb"],
            id="month behind a name",
        ),
        pytest.param(
            _page(above="<div class='byline'>by Ines Kalb Wednesday, Aug. 18, 2010</div>"),
            "date",
            "2010-08-18",
            id="date in a byline",
        ),
        pytest.param(
            _page(
                above="<div class='author'>Par LILIAN KALB, LAURE TAMM Envoyés spéciaux à Qara</div>"
            ),
            "authors",
            ["LILIAN KALB", "LAURE TAMM"],
            id="sent there",
        ),
        pytest.param(
            _page().replace(
                MORE, f"{MORE}</p><p>Contributing: Ines Kalb, Laure Tamm, Associated Press."
            ),
            "source",
            None,
            id="who helped",
        ),
        pytest.param(
            _page(below="<footer><p>Copyright policy</p></footer>"), "rights", None, id="link"
        ),
        pytest.param(
            _page(above="<p>Foto: Ines Kalb CC BY 2.0</p>"), "rights", None, id="rights of a photo"
        ),
        pytest.param(
            _page(above="<p>© Bildrechte anzeigen</p>"), "rights", None, id="a button for credits"
        ),
        pytest.param(
            _page(below="<footer><p>© 2021 Sun Courier. All Rights Reserved.</p>"
                  "<p>Courier Sans ™ &amp; © 2016 Letterworks.</p></footer>"),
            "rights",
            "© 2021 Sun Courier. All Rights Reserved.",
            id="rights of a typeface",
        ),
        pytest.param(
            _page(
                above="<div class='timestamp'>Jun 13, 4:03 PM EDT</div>",
                below="<footer><p>©2015 The Associated Press.</p></footer>",
            ),
            "date",
            None,
            id="year of an agency's own site",
        ),
        pytest.param(
            _page().replace(STORY, GERMAN).replace(MORE, GERMAN).replace(
                "<article>", "<article><p>06/05/2018</p>"
            ),
            "date",
            "2018-05-06",
            id="day first but in English",
        ),
        pytest.param(
            _page(above="<p>06/05/2018</p>"), "date", "[2018-05-06,2018-06-05]", id="English"
        ),
        pytest.param(
            _page(above="<p>06.05.2018</p>"), "date", "2018-05-06", id="between dots"
        ),
        pytest.param(
            _page(
                head=_said(**{"@type": "VideoObject", "datePublished": "2017-03-09T19:11:31+05:30"})
            ),
            "date",
            "2017-03-09",
            id="recording",
        ),
        pytest.param(
            _page(title="News from The Associated Press", above="<p>Jun 13, 4:03 PM EDT</p>"
                  "<p>Bridge to the island is closed</p>"),
            "title",
            "Bridge to the island is closed",
            id="time above the headline",
        ),
        pytest.param(
            _page(below=f"<p>{MORE * 9}</p>").replace("closed until", "closed\0 until"),
            "language",
            "en",
            id="NUL that strayed in",
        ),
    ],
)  # fmt: skip
def test_field(page: str, field: str, expected: object) -> None:
    finding = inferred_from(page, "page.html").findings.get(field)
    assert (finding.value if finding else None) == expected


def test_letters_in_a_dateline_without_a_dash_are_the_source() -> None:
    story = f"Marsa Tellin, Nov. 17 (QNN) {STORY} {MORE} (By Ines Kalb) Enditem/kb"
    found = inferred_from(f"Bridge closes after flood\n\n{story}").findings
    assert (found["source"].value, found["authors"].value) == ("QNN", ["Ines Kalb"])


_TEASER = "<h3><a href='https://post.example/{0}'>Ferries carry goods to island {0} again</a></h3>"
_LINE = "<p><a href='https://post.example/{0}'>Ferries carry goods to island {0} again</a></p>"
_SOURCE = (
    "<li><a href='https://elsewhere.example/{0}'>Report {0} of the survey of all bridges</a></li>"
)


def _with_below(below: str) -> Inferred:
    """What is inferred of a story with more blocks below it, as extraction may leave them."""
    address = "https://post.example/2016/bridge/"
    blocks = fragment_blocks(f"<p>{STORY}</p><p>{MORE}</p>{below}", address)
    raw = RawReport.of("page.html", b"<p>", date(2026, 1, 1))
    said = (Candidate("url", address, "link rel=canonical"),)
    return infer(Draft(raw, "text/html", blocks=blocks, candidates=said), context())


@pytest.mark.parametrize("shape", [_TEASER, _LINE], ids=["headlines", "links"])
@pytest.mark.parametrize(("count", "stays"), [(4, False), (2, True)])
def test_teasers_below_a_story_go(shape: str, count: int, stays: bool) -> None:
    found = _with_below("<h3>Of ours</h3>" + "".join(map(shape.format, range(count))))
    assert ("island 1 again" in found.body) is stays
    assert ("Of ours" in found.body) is stays
    assert len(found.dropped) == (0 if stays else count + 1)
    assert MORE in found.body


def test_the_sources_of_a_report_stay() -> None:
    links = "".join(map(_SOURCE.format, range(5)))
    found = _with_below(f"<h3>Sources</h3><ul>{links}</ul>")
    assert all(f"elsewhere.example/{number}" in found.body for number in range(5))
