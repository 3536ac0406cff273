"""The archive generator: raw reports in, a static public record out.

    raw report ──import──▶ articles/2016/<slug>.md   (+ the original, byte for byte)
                           │  front matter: title, date, source, authors, tags, …
                           │  committed, reviewed and corrected by editors in git
                           ▼
    docs/ (hand-written) ──mkdocs build──▶ site/     pages · browse · search

Inside the package imports point downwards only; modules on one line don't import each other:

    cli · plugin                                      the editors' command; the MkDocs hooks
    pipeline                                          import_reports, check_archive, build_site
    importers │ inference │ checks │ pages │ outputs │ exports
                                                      one file per format, field, check, page, output
    dataset                                           the archive as tables, and their files
    rendering                                         Markdown and templates to HTML
    citing                                            citations: Chicago, APA, BibTeX, RIS, CSL-JSON
    publication                                       the gate: Report → PublicReport
    archive                                           all that is public, for pages and outputs
    relations                                         copies and kin
    shelves                                           reports by what they have in common
    store │ vocabulary │ pagefind │ state │ executors
                                                      articles/ ⇄ Article; terms; search; builds; workers
    addresses                                         permalinks, and names in addresses
    frontmatter │ settings │ catalogue                text ⇄ fields; mkdocs.yml; words
    gazetteer                                         places of a country, out of GeoNames' tables
    similarity                                        how alike two texts are, and who is near whom
    ledger                                            arrivals, corrections, withdrawals by day
    record │ redirection                              a report as one text, its hash; earlier addresses
    drawing                                           bars and maps: numbers and degrees to shapes
    mail · office · pdf                               their reports, without the people around them
    html                                              pages and fragments: body, and what they say of it
    pictures                                          what they show, without what they tell of people
    model                                             RawReport, Draft, Report, PublicReport, Page
    dates · orthography · decoding · escaping · parting
                                                      EDTF; spelling; charsets; Markdown; long lists
    word_tables                                       the folded words of a line in one step
    errors                                            one tree

``tests/test_layers.py`` enforces the drawing.
"""

__version__ = "0.1.0"
