"""The view of a report -> Markdown, for a ticket, a chat or a wiki."""

from collections.abc import Iterable, Iterator

from claims.report.escape_markdown import escape_markdown, link_markdown
from claims.report.flag_view import EvidenceView, FlagView, PlaceView, RepairView
from claims.report.mark_slots import Piece
from claims.report.view import ReportView
from claims.report.wording import (
    action_in_words,
    confidence_in_words,
    in_words,
    probability_in_words,
    slot_in_words,
)

MOST_PLACES = 20
"""Places of one flag that are listed."""


def as_markdown(view: ReportView) -> Iterator[str]:
    """A heading, the figures, and a section for each flag; whatever comes from articles and facts is escaped."""
    day = f"{view.run.started.day} {view.run.started:%B %Y}"
    yield f"# {_counted(len(view.flags), 'statement')} to look at in {_counted(view.articles, 'article')}\n\n"
    yield f"Run {view.run.run_id}, {day}\n\n"
    yield from markdown_table(view)
    for flag in view.flags:
        yield from _flag(flag)
    if view.suppressed:
        yield f"\n{_counted(len(view.suppressed), 'flag')} rejected before: not raised again.\n"


def markdown_table(view: ReportView) -> Iterator[str]:
    """The figures of a run as a table."""
    rows = [("Articles", view.articles), ("Claims judged", view.judged), ("Flags", view.flagged)]
    if view.new_since:
        rows.append(("New since the last run", view.new))
    rows += [(in_words(count.code), count.count) for count in view.verdicts]
    rows += [("Rejected before", len(view.suppressed)), ("Unreadable", len(view.failures))]
    yield "| | |\n| --- | ---: |\n"
    yield from (f"| {name} | {number:,} |\n" for name, number in rows)


def _flag(flag: FlagView) -> Iterator[str]:
    yield f"\n## {flag.number}. {in_words(flag.verdict)}: {link_markdown(flag.article.headline, flag.article.link)}\n\n"
    yield f"{in_words(flag.shape)}. {action_in_words(flag.action)}. "
    yield f"{confidence_in_words(flag.confidence).capitalize()}, {probability_in_words(flag.confidence)}. {escape_markdown(flag.article.published)}.\n\n"
    excerpt = flag.excerpt
    marked = marked_markdown(flag.marked)
    yield f"> “{escape_markdown(excerpt.before)}{marked}{escape_markdown(excerpt.after)}”\n\n"
    yield f"Does not fit: {slot_in_words(flag.slot)}. {escape_markdown(flag.explanation)}\n\n"
    yield from (f"Note: {escape_markdown(note)}\n\n" for note in (*flag.notes, *filter(None, [flag.decided])))
    yield from _listed("Would fit:", (_repair(repair) for repair in flag.repairs))
    yield from _listed("Evidence:", (_evidence(fact) for fact in (*flag.evidence, *flag.more)))
    yield from _listed("The same in:", _places(flag.places[1:]))


def marked_markdown(pieces: Iterable[Piece]) -> str:
    """A flagged span, escaped, with what does not fit in bold."""
    shown = ((piece.slot, escape_markdown(piece.text)) for piece in pieces)
    return "".join(f"**{text.strip()}**" if slot else text for slot, text in shown)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = list(items)
    if lines:
        yield f"{title}\n\n"
        yield from (f"- {line}\n" for line in lines)
        yield "\n"


def _repair(repair: RepairView) -> str:
    struck = f"~~{escape_markdown(repair.struck.strip())}~~" if repair.struck.strip() else ""
    inserted = f"**{escape_markdown(repair.inserted.strip())}**" if repair.inserted.strip() else ""
    space = " " if repair.inserted.endswith(" ") else ""
    changed = " ".join(filter(None, (struck, inserted)))
    return f"“{escape_markdown(repair.before)}{changed}{space}{escape_markdown(repair.after)}”"


def _evidence(fact: EvidenceView) -> str:
    as_of = f", as of {fact.as_of}" if fact.as_of else ""
    return f"“{escape_markdown(fact.text)}” ({link_markdown(fact.origin.title, fact.origin.link)}{as_of})"


def _places(places: tuple[PlaceView, ...]) -> Iterator[str]:
    for place in places[:MOST_PLACES]:
        yield f"in {link_markdown(place.article.headline, place.article.link)}, {escape_markdown(place.article.published)}"
    if len(places) > MOST_PLACES:
        yield f"{len(places) - MOST_PLACES:,} more"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
