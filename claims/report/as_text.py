"""Findings -> the lines that a person reads on a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.records import Article, CheckedArticle, Finding, ReadFailure, Reason, Voice
from claims.report.agreement import agree
from claims.report.excerpt import cut_excerpt
from claims.report.mark_parts import bracketed
from claims.report.order import failures_in_order, in_order
from claims.report.printable import printable
from claims.report.second_note import second_note
from claims.report.wording import confidence_in_words, in_words, probability_in_words, slot_in_words

ROOM = 70
"""Characters of the sentence on each side of the span: two lines of a terminal."""

REPAIRS = 2
"""Repairs shown for a flag; the other reports hold them all."""


def as_text(articles: Sequence[CheckedArticle], failures: Sequence[ReadFailure]) -> str:
    """The flags by article, the inputs that could not be read, and a line of totals. No colours.

    What does not fit stands in square brackets. After the totals stands how much was not judged, and why.
    Control characters of the input do not reach the terminal.
    """
    ordered = in_order(articles)
    totals = "\n".join([_totals(ordered, failures), *_not_judged(ordered)])
    blocks = [*_articles(ordered), *_failures(failures), totals]
    return "\n\n".join(blocks) + "\n"


def _articles(ordered: Sequence[CheckedArticle]) -> Iterator[str]:
    for checked in ordered:
        flags = [finding for finding in checked.findings if finding.is_flag]
        if flags:
            text = checked.article.text
            yield "\n".join([_heading(checked.article), *(_flag(flag, text) for flag in flags)])


def _heading(article: Article) -> str:
    published = article.published.isoformat() if article.published else "date unknown"
    name = (
        ""
        if article.title is None and article.id == article.source
        else f": {_line(article.title or article.id)}"
    )
    return f"{_line(article.source)}{name} ({published})"


def _flag(finding: Finding, text: str) -> str:
    part = cut_excerpt(text, finding.claim.sentence, finding.span, ROOM)
    sure = f"{confidence_in_words(finding.confidence)}, {probability_in_words(finding.confidence)}"
    lines = [
        f"  {in_words(finding.verdict)} in {slot_in_words(finding.slot)}{_voice(finding)} ({sure})",
        f"    {_line(f'{part.before}{bracketed(finding, part.span)}{part.after}')}",
        f"    {_line(agree(finding.explanation))}",
    ]
    lines += [f"    {_line(note)}" for note in second_note(finding)]
    if finding.repairs:
        lines.append(f"    Would fit: {_repairs(finding)}")
    return "\n".join(lines)


def _voice(finding: Finding) -> str:
    """Who says it, where it is not the reporter: a quotation is not simply corrected."""
    voice = finding.claim.voice
    return "" if voice is Voice.REPORTER else f", {in_words(voice)}"


def _repairs(finding: Finding) -> str:
    return " / ".join(_line(repair.replacement) for repair in finding.repairs[:REPAIRS])


def _failures(failures: Sequence[ReadFailure]) -> Iterator[str]:
    if failures:
        yield "\n".join(f"{_line(f.source)}: {_line(f.error)}" for f in failures_in_order(failures))


def _totals(ordered: Sequence[CheckedArticle], failures: Sequence[ReadFailure]) -> str:
    judged = sum(checked.coverage.judged for checked in ordered)
    flags = sum(finding.is_flag for checked in ordered for finding in checked.findings)
    unread = f", {_count(len(failures), 'input')} could not be read" if failures else ""
    return f"{_count(len(ordered), 'article')}, {_count(judged, 'claim')} judged, {_count(flags, 'flag')}{unread}."


def _not_judged(ordered: Sequence[CheckedArticle]) -> Iterator[str]:
    """How many claims, then each reason in words with its number, the commonest first."""
    counts: Counter[str] = Counter()
    for checked in ordered:
        counts.update(dict(checked.coverage.not_judged))
    if counts:
        reasons = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        yield f"{counts.total():,} not judged:"
        yield from (f"  {count:,}  {in_words(reason)}{_hint(reason, ordered)}" for reason, count in reasons)


def _hint(reason: str, ordered: Sequence[CheckedArticle]) -> str:
    """What to do about a reason, where the reader can do something."""
    undated = any(
        checked.article.published is None and reason in dict(checked.coverage.not_judged)
        for checked in ordered
    )
    return " (no publication date; give --date)" if reason == Reason.TIME_UNKNOWN and undated else ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _line(text: str) -> str:
    """The text on one line."""
    return " ".join(printable(text).split())
