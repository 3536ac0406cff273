"""The search page folds Arabic words exactly as the index does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.orthography import fold, is_arabic, stems, words
from tests.browser.sample import PROJECT

_CHOSEN = """
    بالقاهرة والقاهرة للقاهرة وللقاهرة فبالقاهرة كالقاهرة سيكتب وسيكتبون ولد الولد وولد وكتاب كتاب
    فلسطين لفلسطين لله والله ال الا الى إلى على مؤتمر مئة ٱلله آب أغسطس قرآن مُدَرِّسَة مـــدرسة ﻻ ﷲ ﻋﻠﻰ
    ٢٠١٦م و٢٠١٦ ۱۲۳ک پاریس گلپایگان یزد ووووووو للللللل الالالال سسسسس بَبَب عبدالله abcعربي
""".split()
_BUILT = [
    "و" * 50 + "كتاب",
    "وب" * 30,
    "\u200fالحصار\u200e",
    "الحصا\u200cر",
    "كتا\u0670ب",
    "رَ\u064bًّ",
]


def _sample_words() -> set[str]:
    texts = (file.read_text("utf-8") for file in sorted((PROJECT / "articles").rglob("*.md")))
    return {match[0] for text in texts for match in words(text) if is_arabic(match[0])}


@pytest.fixture
def spelled() -> list[str]:
    return sorted({*_CHOSEN, *_BUILT, *_sample_words()})


@pytest.mark.parametrize("name", ["fold", "stems"])
def test_browser_and_index_agree(page: Page, spelled: list[str], name: str) -> None:
    spelled = [word for word in spelled if is_arabic(fold(word))]
    assert len(spelled) > 500
    page.goto("search/")
    in_browser = page.evaluate(
        """async ([name, words]) => {
            const script = document.querySelector("script[src$='search/page.js']").src;
            const module = await import(new URL("folding.js", script).href);
            return words.map((word) => module[name](word));
        }""",
        [name, spelled],
    )
    in_python = [fold(word) if name == "fold" else list(stems(word)) for word in spelled]
    assert dict(zip(spelled, in_browser, strict=True)) == dict(zip(spelled, in_python, strict=True))
