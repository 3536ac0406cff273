"""A citation as HTML: every value in its own direction, nothing of it as markup."""

from __future__ import annotations

from generator.citing import Citation
from generator.citing.pieces import Piece, value
from generator.rendering.templates import cited


def test_values_are_isolated_and_all_of_it_is_escaped() -> None:
    citation = Citation(
        (value("A <b> & 'c'"), Piece(". “"), value("نص", italic=True), Piece("” >"))
    )
    assert cited(citation, "ar") == (
        '<bdi lang="ar">A &lt;b&gt; &amp; &#39;c&#39;</bdi>. “<i><bdi lang="ar">نص</bdi></i>” &gt;'
    )
