"""Saved pages as news sites make them: navigation, teasers, scripts, JSON-LD, and a story of 450 words."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.words import Tongue, tongues

_WORDS = 450
_MENU, _TEASERS, _COMMENTS, _RELATED = 24, 18, 4, 8
_SCRIPT = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)};"
_STYLE = ".site-header{display:flex;margin:0 auto;max-width:72rem}.card:hover{opacity:.9}"


def saved_pages(count: int, seed: int = 0) -> Iterator[bytes]:
    """Pages in UTF-8, a third of them Arabic; the same count and seed give the same bytes."""
    english, arabic = tongues()
    for number in range(count):
        chance = random.Random(f"{seed}/page/{number}")
        tongue = arabic if chance.random() < 1 / 3 else english
        yield _page(number, tongue, chance).encode()


def _page(number: int, tongue: Tongue, chance: random.Random) -> str:
    title, author = tongue.title(chance), tongue.name(chance, 2).title()
    day = datetime.date(2011, 1, 1) + datetime.timedelta(days=chance.randrange(5000))
    direction = "rtl" if tongue.language == "ar" else "ltr"
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="{tongue.language}" dir="{direction}">',
            _head(number, title, author, day),
            '<body class="single"><div id="page" class="site">',
            _menu(tongue, chance),
            '<main id="main" class="site-main"><div class="row"><article class="post">',
            f'<header class="entry-header"><h1 class="entry-title">{escape(title)}</h1>',
            f'<div class="entry-meta">By <span class="author">{escape(author)}</span>',
            f'<time datetime="{day}T09:30:00+00:00">{day:%d.%m.%Y}</time></div></header>',
            *_story(tongue, chance),
            '<div class="share"><a href="#">Share</a> <a href="#">Print</a></div></article>',
            _teasers(tongue, chance),
            "</div></main>",
            _comments(tongue, chance),
            f'<footer class="site-footer"><p>© {day.year} Tarn Mirror</p></footer></div>',
            f"<script>{_SCRIPT * 40}</script></body></html>",
        )
    )


def _head(number: int, title: str, author: str, day: datetime.date) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{day}T09:30:00+00:00",
        "author": {"@type": "Person", "name": author},
        "publisher": {"@type": "Organization", "name": "Tarn Mirror"},
    }
    return (
        f'<head><meta charset="utf-8"><title>{escape(title)} | Tarn Mirror</title>'
        f'<link rel="canonical" href="https://mirror.example/{day.year}/story-{number}/">'
        f'<meta property="og:title" content="{escape(title)}">'
        '<meta property="og:site_name" content="Tarn Mirror">'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
        f"<style>{_STYLE * 40}</style><script>{_SCRIPT * 60}</script></head>"
    )


def _menu(tongue: Tongue, chance: random.Random) -> str:
    items = "".join(
        f'<li class="menu-item"><a href="/section/{n}/">{escape(tongue.name(chance, 2))}</a></li>'
        for n in range(_MENU)
    )
    return (
        f'<header class="site-header"><nav class="main-navigation"><ul>{items}</ul></nav></header>'
    )


def _story(tongue: Tongue, chance: random.Random) -> Iterator[str]:
    sentences = tongue.sentences(_WORDS, chance)
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    yield '<div class="entry-content">'
    for number, text in enumerate(paragraphs):
        words = escape(text)
        if number == 1:
            words = words.replace(" ", f' <a href="/tag/{number}/">', 1).replace(".", "</a>.", 1)
        if number == 3:
            yield f"<h2>{escape(tongue.title(chance))}</h2>"
        yield f"<p>{words}</p>"
    yield f"<blockquote><p>{escape(tongue.sentences(20, chance)[0])}</p></blockquote></div>"


def _teasers(tongue: Tongue, chance: random.Random) -> str:
    return _cards("aside", "sidebar widget", _TEASERS, tongue, chance) + _cards(
        "section", "related", _RELATED, tongue, chance
    )


def _cards(tag: str, marks: str, count: int, tongue: Tongue, chance: random.Random) -> str:
    cards: Sequence[str] = [
        f'<div class="card"><a class="card-link" href="/{n}/"><img src="/i/{n}.jpg" alt="" width="300">'
        f'<h3 class="card-title">{escape(tongue.title(chance))}</h3></a>'
        f'<span class="card-date">{chance.randint(1, 28)}.05.2019</span></div>'
        for n in range(count)
    ]
    return f'<{tag} class="{marks}">{"".join(cards)}</{tag}>'


def _comments(tongue: Tongue, chance: random.Random) -> str:
    items = "".join(
        f'<li class="comment"><b>{escape(tongue.name(chance, 1))}</b>'
        f"<p>{escape(tongue.sentences(20, chance)[0])}</p></li>"
        for _ in range(_COMMENTS)
    )
    return f'<div id="comments" class="comments-area"><ol>{items}</ol></div>'
