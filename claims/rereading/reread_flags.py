"""Findings -> the same with a second reader's word on each flag."""

from collections.abc import Sequence
from dataclasses import replace

from claims.errors import SecondReaderError
from claims.records import Article, Finding, Opinion, Reason, SecondReading, Verdict
from claims.rereading.reader import Question, SecondReader


def reread_flags(
    findings: Sequence[Finding], article: Article, reader: SecondReader | None, *, may_veto: bool
) -> tuple[Finding, ...]:
    """The findings in order; each flag has the reader's word with it, and all are as they are where there is no reader.

    Where it may veto, a flag that it denies becomes not_enough_info with reason ``second_reader``. A reader that fails changes nothing: the
    flag stands, and what went wrong stands with it.
    """
    if reader is None:
        return tuple(findings)
    return tuple(_reread(f, article, reader, may_veto=may_veto) if f.is_flag else f for f in findings)


def _reread(flag: Finding, article: Article, reader: SecondReader, *, may_veto: bool) -> Finding:
    reading = _ask(_question(flag, article), reader)
    heard = replace(flag, second_reading=reading)
    if not may_veto or reading.opinion is not Opinion.DENIES:
        return heard
    return replace(heard, verdict=Verdict.NOT_ENOUGH_INFO, reason=Reason.SECOND_READER, repairs=())


def _ask(question: Question, reader: SecondReader) -> SecondReading:
    try:
        answer = reader.answer(question)
    except SecondReaderError as error:
        return SecondReading(reader.name, Opinion.FAILED, str(error))
    return SecondReading(reader.name, answer.opinion, answer.why)


def _question(flag: Finding, article: Article) -> Question:
    return Question(
        said=" ".join(flag.claim.sentence.of(article.text).split()),
        part=flag.span.of(article.text),
        published=article.published,
        evidence=tuple(fact.text for fact in flag.facts),
        explanation=flag.explanation,
    )
