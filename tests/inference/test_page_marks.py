"""What elements of saved pages are marked as, as themes and networks mark them, each in its smallest page."""

from __future__ import annotations

import pytest

from .labelled import inferred_from

TITLE = "Bridge closes after flood"
STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
MORE = "Ferries carry goods meanwhile, and a fisherman who waits at the quay says that he can wait."
_HEADLINE = f"<h1>{TITLE}</h1>"
_LONG_BAR = "<p>" + "More from the harbour and the towns around it. " * 14 + "</p>"


def _page(above: str, below: str = "", *, head: str = "", title: str = TITLE) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>{above}"
        f"<p>{STORY}</p><p>{MORE}</p></article>{below}</body></html>"
    ).encode()


def _found(page: bytes, field: str) -> object:
    finding = inferred_from(page, "page.html").findings.get(field)
    return finding.value if finding else None


_POST = "post-91 post type-post hentry category-nation tag-crack tag-comments tag-social"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            _page(
                f"<div class='{_POST}'>{_HEADLINE}<h4>By: <a rel='author'>Mira T. Holt</a></h4></div>"
            ),
            ["Mira T. Holt"],
            id="the tags of a post of WordPress are no parts of the page",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<p class='author vcard'><a><b class='fn'>Mira Holt</b></a>"
                " <span class='job'>Senior Harbour Correspondent</span></p>"
            ),
            ["Mira Holt"],
            id="the name on a card stands apart from the job",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<ul class='list'><li><strong>Date</strong> 10.06.2013</li>"
                "<li><strong>Author</strong> Mira Holt</li></ul>",
            ),
            ["Mira Holt"],
            id="a label in bold",
        ),
        pytest.param(
            _page(_HEADLINE, "<dl><dt>Auteur :</dt><dd>Mira Holt</dd></dl>"),
            ["Mira Holt"],
            id="a term of a list",
        ),
        pytest.param(
            _page(_HEADLINE, head="<meta name='Search.Byline' content='Mira Holt'>"),
            ["Mira Holt"],
            id="the byline that a site's own search reads",
        ),
        pytest.param(
            _page(_HEADLINE, head="<meta name='twitter:creator' content='Mira Holt'>"),
            ["Mira Holt"],
            id="a name instead of an account",
        ),
        pytest.param(
            _page(_HEADLINE, head="<meta name='twitter:creator' content='@miraholt'>"),
            None,
            id="an account",
        ),
        pytest.param(
            _page(
                f"<div class='story-with image'>{_HEADLINE}<div class='author'>Mira Holt</div>",
                "</div>",
            ),
            ["Mira Holt"],
            id="a box with a picture and the headline is no picture's",
        ),
        pytest.param(
            _page(_HEADLINE, "<div class='image'><img><p class='author'>Anna Kalb</p></div>"),
            None,
            id="a picture's own box",
        ),
        pytest.param(
            _page(_HEADLINE, "<div id='sidebar'><a rel='author'>Anna Kalb</a></div>"),
            ["Anna Kalb"],
            id="the one author of a box beside the report",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<div id='sidebar'><a rel='author'>Anna Kalb</a> <a rel='author'>Tom Sorel</a></div>",
            ),
            None,
            id="a box that presents several",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<p>By Tom Sorel</p>",
                "<div id='sidebar'><a rel='author'>Anna Kalb</a></div>",
            ),
            ["Tom Sorel"],
            id="a byline is better than a box",
        ),
        pytest.param(
            _page(
                f"<div class='content with sidebar'>{_HEADLINE}<p class='author'>Mira Holt</p></div>"
            ),
            ["Mira Holt"],
            id="a class that tells how the page is laid out",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p class='autor'><strong>Zephra Holtmann</strong> | Tellin</p>"),
            ["Zephra Holtmann"],
            id="a class in Spanish",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p class='byline'>Veröffentlicht von Mira Holt</p>"),
            ["Mira Holt"],
            id="a byline in German",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p itemprop='author'>Autor/in: Mira Holt</p>"),
            ["Mira Holt"],
            id="a label in German",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<i itemprop='author' itemscope><meta itemprop='name' content='Mira Holt'></i>"
            ),
            ["Mira Holt"],
            id="a name that programs are told alone",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<div class='author-info'><p>Mira Holt</p><p>View More Articles</p></div>"
            ),
            ["Mira Holt"],
            id="a link below the name",
        ),
        pytest.param(
            _page(_HEADLINE, "<p>The <b>author</b> of the plan for the harbour is Anna Kalb.</p>"),
            None,
            id="a word of a sentence in bold",
        ),
    ],
)
def test_authors_of_a_page(page: bytes, expected: object) -> None:
    assert _found(page, "authors") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            _page(
                f"<div class='{_POST}'>{_HEADLINE}<h6 class='entry-date'>June 8, 2012 6:14 AM</h6></div>"
            ),
            "2012-06-08",
            id="the day of a post of WordPress with tags",
        ),
        pytest.param(
            _page(
                f"<header>{_HEADLINE}<p>On <time datetime='2019-06-28T13:49:45Z'>28 June</time></p></header>",
                _LONG_BAR
                + "<p><time datetime='2019-09-22'>22</time><time datetime='2019-09-20'>20</time></p>",
            ),
            "2019-06-28",
            id="of several times the one beside the headline",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<p>By Tom Sorel, <time class='updated' pubdate datetime='2014-06-29'>"
                "6/29</time></p>"
            ),
            "2014-06-29",
            id="a time that HTML 5 once called that of publication",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<div><h2>Goalkeeper in the mud</h2><p><span class='long_date'>Jun 30, 2014</span></p></div>",
            ),
            None,
            id="the day of another report",
        ),
        pytest.param(
            _page(
                "<h2>Nation</h2>",
                "<div><h2>Harbour Life</h2><h3>Bridge closes after flood</h3>"
                "<span class='date'>Jun 30, 2014</span></div>",
            ),
            "2014-06-30",
            id="the page's title below a section is its own",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<p><span class='publish-time' data-publishtime='1376751840652'>8/17/13 11:04am"
                "</span></p>"
            ),
            "2013-08-17",
            id="a moment in an attribute",
        ),
        pytest.param(
            _page(
                f"{_HEADLINE}<p class='publish-date'>on June 29, 2014 08:08 pm</p>",
                head="<meta name='sailthru.date' content='2014-06-30'>",
            ),
            "2014-06-29",
            id="readers see the day before that of the head",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<p class='postmetadata alt'>Dieser Beitrag wurde am Samstag, 3. Dezember 2011 um 10:05 Uhr"
                " veröffentlicht und unter Hafen abgelegt.</p>",
            ),
            "2011-12-03",
            id="the foot of a post in German",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<div class='submitted'>Soumis par <b class='username'>mira</b> le 24/07/2017 - 18:55</div>",
            ),
            "2017-07-24",
            id="the foot of a post of Drupal in French",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<div class='comment'><p class='submitted'>Submitted by tom on 24/07/2017 - 18:55</p></div>",
            ),
            None,
            id="a comment of Drupal",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p class='meta-date'>10. Februar 2019</p>"),
            "2019-02-10",
            id="a day in German",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p>Veröffentlicht am 7.6.2019</p>"),
            "2019-06-07",
            id="a label in German",
        ),
        pytest.param(
            _page(f"{_HEADLINE}<p>Letzte Aktualisierung: 18.01.2018</p>"),
            None,
            id="an update in German",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                "<div><h2>The (closed) bridge after a flood in May</h2><p class='date'>12 May 2019</p></div>",
                title="The bridge, closed after the flood",
            ),
            "2019-05-12",
            id="a headline in other words is the page's own",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                head='<script type="application/ld+json">{"@type": "NewsArticle",'
                ' "datePublished": 2023-01-12T06:18:10-03:00, "headline": "Bridge closes"}</script>',
            ),
            "2023-01-12",
            id="a moment that nobody quoted",
        ),
    ],
)
def test_day_of_a_page(page: bytes, expected: object) -> None:
    found = _found(page, "date")
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            _page(
                _HEADLINE,
                "<h1>Tellin Post</h1>",
                head="<meta property='og:site_name' content='Tellin Post'>",
            ),
            "Tellin Post",
            id="the logo is a heading too",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                head="<meta property='og:site_name' content='Tellin Post | News that you can use'>",
            ),
            "Tellin Post",
            id="without its motto",
        ),
        pytest.param(
            _page(
                _HEADLINE, head="<meta name='publisher' content='Tellin Welle (www.tw.example)'>"
            ),
            "Tellin Welle",
            id="without its address",
        ),
        pytest.param(
            _page(_HEADLINE, head="<meta property='og:site_name' content='Tellin.org'>"),
            "Tellin.org",
            id="called as its address",
        ),
        pytest.param(
            _page(
                _HEADLINE,
                head="<meta property='og:site_name' content='Tellin.com'>",
                title=f"{TITLE} - Tellin",
            ),
            "Tellin",
            id="the name beside the title is better than the address",
        ),
        pytest.param(
            _page(_HEADLINE, head="<meta name='publisher' content='tellin.example'>"),
            None,
            id="an address that nobody calls a name",
        ),
        pytest.param(
            _page(
                "<h1>Tarn : un barrage cède - deux morts</h1>",
                title="Tarn : un barrage cède - deux morts ‹ Vigie de Tellin",
            ),
            "Vigie de Tellin",
            id="behind a title with a dash of its own",
        ),
        pytest.param(
            _page("", title=f"{TITLE} on the island ‹ Tellin Conservation Association"),
            "Tellin Conservation Association",
            id="an organisation beside a title that stands nowhere else",
        ),
        pytest.param(_page(_HEADLINE), None, id="the title is nobody's name"),
        pytest.param(
            _page(f"<p class='byline'>by Mira Holt , Tellin.org</p>{_HEADLINE}"),
            None,
            id="a byline that names the site",
        ),
        pytest.param(
            _page(
                _HEADLINE, "<footer><p>© Tellin Post 2003 - 2020 powered by Harbour</p></footer>"
            ),
            "Tellin Post",
            id="without who made the site",
        ),
    ],
)
def test_publisher_of_a_page(page: bytes, expected: object) -> None:
    assert _found(page, "publisher") == expected


def test_a_title_with_nothing_before_it_is_no_blogs_name() -> None:
    """A picture is a line without words, which once stood for what follows a blog's name."""
    page = _page(f"{_HEADLINE}<p><img src='https://tellin.example/a.jpg' alt='The bridge'></p>")
    assert _found(page, "publisher") is None


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Wells run dry in the hills Subscribers", "Wells run dry in the hills"),
        ("Wells run dry in the hills «again»", "Wells run dry in the hills «again»"),
    ],
)
def test_badge_behind_a_headline(headline: str, expected: str) -> None:
    page = _page(
        f"<h1>{headline}</h1>", title="Wells run dry in the hills | Chronicles | Tellin Post"
    )
    assert _found(page, "title") == expected
