"""Flags -> drafts of the notes that a newsroom prints: corrections, editor's notes, and what is to be left."""

from collections.abc import Iterable, Iterator

from claims.records import Article, CheckedArticle, Fact, Finding
from claims.report.action import ACTIONS, Action
from claims.report.agreement import agree
from claims.report.build_flag import SELF_EVIDENT
from claims.report.build_row import Origins
from claims.report.corrections import chosen_repair
from claims.report.printable import printable

LONGEST = 400
"""Characters of a sentence that a note repeats; of a longer one only the words that change are named."""


def as_note(articles: Iterable[CheckedArticle], origins: Origins) -> Iterator[str]:
    """Plain text, an article after another: its title, and a paragraph for each flag. An editor has to check every word of it."""
    for checked in articles:
        flags = [finding for finding in checked.findings if finding.is_flag]
        if flags:
            article = checked.article
            yield _heading(article)
            for flag in flags:
                yield f"{_note(article, flag, origins)}\n\n"


def _heading(article: Article) -> str:
    title = _line(article.title or article.id)
    where = ", ".join(
        filter(
            None,
            (
                article.published.isoformat() if article.published else "",
                _line(article.url or article.source),
            ),
        )
    )
    return f"{title}\n({where})\n\n"


def _note(article: Article, flag: Finding, origins: Origins) -> str:
    action = ACTIONS[flag.claim.voice]
    if action is Action.FIX:
        return _correction(article, flag, origins)
    who = (
        _line(flag.claim.speaker)
        if flag.claim.speaker
        else "The person quoted"
        if action is Action.NOTE
        else "The source"
    )
    words = _quoted(article, flag)
    if action is Action.NOTE:
        return f"Editor’s note: {who} says {words}. {_sentence(agree(flag.explanation))}"
    return f"Leave until asked: {who} is reported to have said {words}. {_sentence(agree(flag.explanation))}"


def _correction(article: Article, flag: Finding, origins: Origins) -> str:
    said = f"Correction: An earlier version of this article said {_quoted(article, flag)}."
    repair = chosen_repair(flag)
    if repair is None:
        return f"{said} {_sentence(agree(flag.explanation))}"
    right = article.text[flag.claim.sentence.start : repair.span.start] + repair.replacement
    right += article.text[repair.span.end : flag.claim.sentence.end]
    inside = flag.claim.sentence.covers(repair.span) and len(right) <= LONGEST
    return f"{said} It should have said “{_line(right if inside else repair.replacement).rstrip('.')}”.{_evidence(flag.facts, origins)}"


def _quoted(article: Article, flag: Finding) -> str:
    sentence = flag.claim.sentence.of(article.text)
    words = sentence if len(sentence) <= LONGEST else flag.span.of(article.text)[:LONGEST]
    return f"“{_line(words).rstrip('.')}”"


def _evidence(facts: Iterable[Fact], origins: Origins) -> str:
    """The fact that says most, with its source."""
    telling = [fact for fact in facts if fact.predicate not in SELF_EVIDENT]
    if not telling:
        return ""
    fact = telling[0]
    source = origins[fact.source].title if fact.source in origins else fact.source
    return f" {_line(agree(fact.text)).rstrip('.')} ({_line(source)})."


def _sentence(text: str) -> str:
    line = _line(text)
    return line if line.endswith((".", "?", "!")) else f"{line}."


def _line(text: str) -> str:
    return " ".join(printable(text).split())
