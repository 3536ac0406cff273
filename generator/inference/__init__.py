"""Inference: from a draft to the fields of its front matter, each with its evidence.

A rule is a pure function over a Reading that returns a Finding, or None where it has nothing to say.
Each field's rules stand in one tuple below and are tried in order; the first Finding wins, also
one whose value is None: nothing can be said, and no later rule may guess. Fields
are inferred in the order of FIELDS, so that a rule may look at what was found for earlier ones.
What the structure of a format says comes before its words; where both say the same, the words' lines
leave the body too.
What the draft states (front matter, or the editor's own options) is never inferred again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.inference import (
    anchored_dating,
    anchors,
    bare_bylines,
    before_story,
    boilerplate,
    broadcasters,
    byline,
    closing_credits,
    copyright_dating,
    dating,
    filed_bylines,
    filed_lines,
    headline,
    headline_days,
    issued_statements,
    issuers,
    labelled_heads,
    language,
    lead_credits,
    lone_headlines,
    mastheads,
    outlet_lines,
    pasted_headlines,
    placed_bylines,
    placed_headlines,
    printed_names,
    publisher,
    releases,
    reporting_credits,
    rights,
    role_bylines,
    run_together,
    self_told,
    site_notices,
    source,
    stamps,
    statements,
    structured,
    structured_authors,
    structured_dating,
    structured_order,
    summary,
    tags,
    told_days,
    told_forms,
    told_headline,
    told_outlets,
    updated_dating,
)
from generator.inference.body import body_of
from generator.inference.marks import kept_apart
from generator.inference.reading import Context, Reading, Rule, begin, same
from generator.model import Candidate, Draft, Finding

__all__ = ["FIELDS", "Context", "Inferred", "infer", "infer_all"]

FIELDS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("boilerplate", (boilerplate.lines_around_the_story,)),
    ("rights", (rights.rights_line, structured.rights)),
    (
        "title",
        (
            kept_apart(structured.title),
            headline.markdown_heading,
            kept_apart(labelled_heads.headline),
            kept_apart(placed_headlines.behind_home),
            kept_apart(placed_headlines.above_its_file),
            kept_apart(placed_headlines.of_columnist),
            kept_apart(pasted_headlines.above_itself),
            kept_apart(pasted_headlines.in_thread),
            kept_apart(pasted_headlines.of_subject),
            kept_apart(pasted_headlines.below_sender),
            kept_apart(told_headline.ends_a_path),
            kept_apart(lone_headlines.as_long_as_a_paragraph),
            kept_apart(told_headline.told_below),
            kept_apart(headline.repeated_beside_site),
            kept_apart(headline.before_site_name),
            kept_apart(structured.beside_short_parts),
            kept_apart(headline.standing_twice),
            kept_apart(lone_headlines.only_line),
            kept_apart(headline.first_line),
            kept_apart(placed_headlines.below_announcement),
            kept_apart(placed_headlines.below_path),
            kept_apart(placed_headlines.below_story),
            headline.first_sentence,
        ),
    ),
    (
        "publisher",
        (
            structured.publisher,
            labelled_heads.newspaper,
            broadcasters.in_record,
            publisher.head_of_print,
            publisher.beside_title,
            printed_names.beside_tools,
            publisher.line_above_title,
            publisher.letterhead,
            publisher.page_of_a_network,
            publisher.address_on_top,
            publisher.rights_holder,
            publisher.says_itself,
            publisher.beside_date,
            structured.behind_title,
            outlet_lines.in_jump_links,
            outlet_lines.printed_in,
            site_notices.in_notices,
            filed_lines.put_out_by,
            printed_names.in_last_line,
            printed_names.in_masthead_and_byline,
            outlet_lines.beside_city,
            outlet_lines.begins_story,
            outlet_lines.tells_its_name,
            structured.named_as_address,
        ),
    ),
    (
        "authors",
        (
            structured_authors.authors,
            labelled_heads.byline,
            byline.by_line,
            bare_bylines.from_names,
            filed_bylines.from_city,
            filed_bylines.in_path,
            byline.arabic_byline,
            byline.name_with_job,
            byline.name_with_agency,
            byline.between_city_and_agency,
            filed_bylines.behind_city_and_outlet,
            byline.behind_outlet_and_city,
            byline.name_with_place,
            reporting_credits.reporting_credit,
            byline.told_by,
            filed_bylines.before_city,
            filed_bylines.ahead_of_story,
            filed_bylines.reports_behind,
            filed_bylines.below_interviewer,
            filed_bylines.before_office,
            filed_bylines.behind_starred_city,
            filed_bylines.before_headline,
            byline.names_in_city,
            byline.names_beside_date,
            byline.name_below_date,
            bare_bylines.names_alone,
            filed_lines.filed_by,
            lead_credits.who_writes,
            placed_bylines.in_headline,
            placed_bylines.above_title,
            placed_bylines.below_title,
            placed_bylines.below_city,
            placed_bylines.behind_city,
            placed_bylines.beside_published,
            placed_bylines.behind_outlet,
            placed_bylines.before_outlet,
            filed_bylines.behind_last_sentence,
            placed_bylines.signed,
            placed_bylines.below_story,
            placed_bylines.posted_by,
            filed_bylines.dispatch_of,
            filed_bylines.above_account,
            placed_bylines.by_biography,
            structured_authors.author_in_box,
        ),
    ),
    (
        "source",
        (
            source.copyright_line,
            structured.source,
            source.dateline,
            labelled_heads.paper,
            broadcasters.in_record,
            run_together.dateline_behind_byline,
            run_together.named_twice,
            source.credit_line,
            source.credit_taken,
            source.below_label,
            source.before_the_title,
            source.behind_the_title,
            closing_credits.closing_words,
            closing_credits.signed_off,
            closing_credits.site_alone,
            filed_lines.filed_for,
            filed_lines.ahead_of_story,
            source.letters_in_dateline,
            before_story.outlet_before_story,
            outlet_lines.begins_story,
            outlet_lines.tells_its_name,
            outlet_lines.own_report,
            lead_credits.writes_for,
            lead_credits.by_a_body,
            lead_credits.site_ahead,
            lead_credits.outlet_and_day,
            source.speaks_for_itself,
            broadcasters.of_its_service,
            broadcasters.reporting_from,
            statements.own_statement,
            issued_statements.issued,
            told_forms.of_its_form,
            releases.release,
            self_told.says_who_makes_it,
            issuers.issuer,
            issued_statements.on_top,
            issued_statements.letters_in_heading,
            role_bylines.body_below_role,
            told_outlets.told_outlet,
            closing_credits.read_on,
            mastheads.paper_of_front_page,
        ),
    ),
    (
        "date",
        (
            structured_dating.published,
            structured_order.either_order,
            structured_dating.in_byline,
            labelled_heads.day,
            dating.labelled,
            dating.dateline,
            stamps.issue,
            dating.beside_authors,
            dating.line_of_its_own,
            stamps.sign_off,
            stamps.in_both_calendars,
            stamps.below_path,
            stamps.clocked,
            stamps.beside_headline,
            told_days.told_day,
            headline_days.briefing,
            copyright_dating.dateline_with_year,
            copyright_dating.line_with_year,
            anchored_dating.dateline_before_anchor,
            copyright_dating.weekday_after_day,
            updated_dating.day_of_update,
            copyright_dating.year_alone,
            structured_dating.address,
            structured_dating.sent_or_made,
            anchors.not_after,
        ),
    ),
    ("language", (language.of_the_body, structured.language)),
    ("url", (structured.url,)),
    ("tags", (tags.vocabulary_terms,)),
    ("summary", (summary.stated_beside_it, summary.first_sentence)),
)

_FROM_STRUCTURE = "structured"


def _is_from_structure(rule: Rule) -> bool:
    return rule.__module__.rpartition(".")[2].startswith(_FROM_STRUCTURE)


_OF_STRUCTURE = frozenset(filter(_is_from_structure, chain.from_iterable(dict(FIELDS).values())))
"""The rules that have nothing to say of a draft whose format states nothing."""


@dataclass(frozen=True)
class Inferred:
    """What was inferred from a draft.

    Attributes:
        findings: by field, in the order of FIELDS; fields nothing was found for are absent.
        body: the body as Markdown, without the lines that became fields.
        dropped: lines of boilerplate, and of the site above the headline, that were left out.
        passed_over: what the structure says of a field, and what did not become its value.
    """

    findings: Mapping[str, Finding]
    body: str
    dropped: tuple[str, ...]
    passed_over: tuple[Candidate, ...] = ()


def infer(draft: Draft, context: Context) -> Inferred:
    """Apply every field's rules to a draft."""
    return infer_all((draft,), context)[0]


def infer_all(drafts: Sequence[Draft], context: Context) -> list[Inferred]:
    """Apply every field's rules to each draft.

    Each rule is applied to all drafts before the next one: what one rule does stays in the caches of
    the processor, which all of them together don't fit in. That saves a fifth of the time.
    """
    readings = [begin(draft, context) for draft in drafts]
    for field, rules in FIELDS:
        found = _found_by(rules, field, readings)
        readings = [
            reading.with_finding(field, found[number]) if number in found else reading
            for number, reading in enumerate(readings)
        ]
    return [_inferred(reading) for reading in readings]


def _inferred(reading: Reading) -> Inferred:
    draft = reading.draft
    dropped = tuple(reading.lines[n] for n in sorted(_left_out(reading)))
    findings = {
        field: finding
        for field, finding in reading.found.items()
        if field != "boilerplate" and field not in draft.stated
    }
    passed_over = tuple(c for c in draft.candidates if not _is_taken(c, findings.get(c.field)))
    return Inferred(findings, body_of(reading), dropped, passed_over)


def _left_out(reading: Reading) -> frozenset[int]:
    """Indices of the lines that are in no field and not in the body."""
    junk, title = reading.found.get("boilerplate"), reading.found.get("title")
    values = [_as_text(finding.value) for finding in reading.found.values() if finding.value]
    above = (
        number
        for number in (title.consumed if title else ())
        if not any(value in same(reading.lines[number]) for value in values)
    )
    return (junk.consumed if junk else frozenset()).union(above)


def _is_taken(candidate: Candidate, finding: Finding | None) -> bool:
    """Whether a field's value is, or rests on, this candidate."""
    if finding is None or finding.value is None:
        return False
    said = _as_text(candidate.value)
    return said == _as_text(finding.value) or candidate.value in finding.evidence


def _found_by(
    rules: tuple[Rule, ...], field: str, readings: Sequence[Reading]
) -> dict[int, Finding]:
    """What a field's rules find in each reading, by its place.

    Behind what the structure says, the next rule that finds something tells whether the words agree.
    """
    found: dict[int, Finding] = {}
    asked: Iterable[int] = range(len(readings))
    for rule in rules:
        go_on = []
        for number in asked:
            finding, first = _asked(rule, readings[number]), found.get(number)
            if finding is None or (first is None and rule in _OF_STRUCTURE):
                go_on.append(number)
            if finding is not None and first is None:
                found[number] = _beside_stated(readings[number].draft, field, finding)
            elif finding is not None and first is not None:
                found[number] = _with_lines_of(finding, first)
        asked = go_on
    return found


def _asked(rule: Rule, reading: Reading) -> Finding | None:
    if rule in _OF_STRUCTURE and not reading.draft.candidates:
        return None
    return rule(reading)


def _with_lines_of(finding: Finding, first: Finding) -> Finding:
    """What was found first; where another finding says the same, its lines leave the body, too."""
    if _as_text(first.value) != _as_text(finding.value):
        return first
    return replace(first, consumed=first.consumed | finding.consumed)


def _beside_stated(draft: Draft, field: str, finding: Finding) -> Finding:
    """What says something else than the draft states is no field, and its lines stay in the body.

    So do all lines of Markdown that has a title in its front matter, but for that as a heading.
    """
    if draft.is_markdown and field != "title" and "title" in draft.stated:
        return replace(finding, consumed=frozenset())
    if field not in draft.stated or _as_text(draft.stated[field]) == _as_text(finding.value):
        return finding
    return replace(finding, consumed=frozenset())


def _as_text(value: object) -> str:
    return same(" ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
