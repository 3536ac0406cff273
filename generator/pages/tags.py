"""Tags, without JavaScript: an overview by kind, and a page for each term of the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.model import Page, PublicReport
from generator.pages._lists import list_pages
from generator.publication import PublicArchive
from generator.vocabulary import SOURCE_KIND, Term


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``tags/`` and ``tags/<id>/`` in each language, for every term that is or contains a tag."""
    tagged = reports_by_tag(archive)
    shown = [term for term in archive.vocabulary.terms.values() if tagged.get(term.id)]
    for language in archive.settings.languages:
        root = f"{archive.settings.prefix(language)}tags/"
        words = Catalogue(language, archive.settings.date_locale(language))
        yield _overview(root, words, shown, tagged)
        for term in shown:
            context = {"term": term, "root": root, **_neighbours(archive, term, tagged)}
            title = term.label(language)
            listed = tagged[term.id]
            yield from list_pages(f"{root}{term.id}/", title, words, listed, "tag.html", context)


def reports_by_tag(archive: PublicArchive) -> Mapping[str, Sequence[PublicReport]]:
    """The reports of each term: those tagged with it, or with a term that it contains."""
    found: defaultdict[str, list[PublicReport]] = defaultdict(list)
    for report in archive.reports:
        ids = {term.id for tag in report.tags for term in archive.vocabulary.with_broader(tag)}
        for term_id in ids:
            found[term_id].append(report)
    return found


def _overview(
    root: str, words: Catalogue, shown: Sequence[Term], tagged: Mapping[str, Sequence[PublicReport]]
) -> Page:
    kinds: defaultdict[str, list[tuple[Term, int]]] = defaultdict(list)
    for term in sorted(shown, key=lambda term: term.label(words.language).casefold()):
        if term.kind != SOURCE_KIND:
            kinds[term.kind].append((term, len(tagged[term.id])))
    return Page(
        address=root,
        language=words.language,
        title=words("tags.title"),
        template="tags.html",
        context={"kinds": dict(sorted(kinds.items())), "root": root},
        depends_on=tuple(sorted({r.path for term in shown for r in tagged[term.id]})),
    )


def _neighbours(
    archive: PublicArchive, term: Term, tagged: Mapping[str, Sequence[PublicReport]]
) -> dict[str, object]:
    terms = archive.vocabulary.terms.values()
    return {
        "broader": archive.vocabulary.with_broader(term.id)[1:],
        "narrower": [other for other in terms if other.broader == term.id and tagged.get(other.id)],
    }
