"""A ledger with one error in many articles and some others, for tests of decisions and of the desk."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb

from claims.ledger.decide import decide
from claims.ledger.record import record_run
from claims.records import Article, CheckedArticle, Choice, Decision, Reason, Scope, Shape, Verdict
from report_facts import BEIJING, BEIJING_PLACE, SCHOLZ, WALL
from report_sample import checked, finding
from test_ledger import RUN

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
EDITION = (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition")
DATE = (Shape.EVENT_DATE, Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time")
HOLDER = (Shape.OFFICE, Verdict.OUTDATED, Reason.FORMER_HOLDER, "holder")


def games(name: str, title: str = "A winter story") -> CheckedArticle:
    """The same error in every article that is called so."""
    sentence = "The guest flew in for the opening of the 2020 Winter Olympics."
    text = f"It was cold in {name}. {sentence} Then he went home."
    return one(
        Article(name, text, f"{name}.txt", title),
        sentence,
        "2020 Winter Olympics",
        EDITION,
        (BEIJING, BEIJING_PLACE),
    )


def wall(name: str, year: int) -> CheckedArticle:
    sentence = f"The wall fell on November 9, {year}, they said."
    text = f"Nobody slept. {sentence}"
    return one(
        Article(name, text, f"{name}.txt", "A night to remember"),
        sentence,
        f"November 9, {year}",
        DATE,
        (WALL,),
    )


def chancellor(name: str) -> CheckedArticle:
    sentence = "Chancellor Angela Merkel opened the fair."
    return one(
        Article(name, sentence, f"{name}.txt", None), sentence, "Angela Merkel", HOLDER, (SCHOLZ,), 0.7
    )


def one(article: Article, sentence: str, words: str, judged, facts, confidence=0.96) -> CheckedArticle:
    found = finding(
        article,
        sentence,
        words,
        judged,
        "It was otherwise.",
        facts=facts,
        repairs=("the right words",),
        confidence=confidence,
    )
    return checked(article, found)


def batch() -> list[CheckedArticle]:
    """Three articles with one error, two with errors of one rule, one with another."""
    return [
        *(games(f"games-{n}") for n in range(3)),
        wall("wall-1", 1988),
        wall("wall-2", 1990),
        chancellor("fair"),
    ]


def write_ledger(path, articles=None, run=RUN):
    record_run(path, replace(run, finished=run.started), batch() if articles is None else articles)
    return path


@cache
def _written(folder: Path) -> Path:
    return write_ledger(folder / "batch.duckdb")


def copy_ledger(folder, tmp_path_factory) -> Path:
    """The ledger of the batch: written once, and copied for each test."""
    base = tmp_path_factory.getbasetemp() / "desk"
    base.mkdir(exist_ok=True)
    return Path(shutil.copy(_written(base), folder / "runs.duckdb"))


def rows(path, query, *values):
    with duckdb.connect(path, read_only=True) as db:
        return db.execute(query, list(values)).fetchall()


def flag_of(path, article: str) -> str:
    """What the flag of an article is known by, in its newest findings."""
    found = rows(
        path,
        "SELECT f.occurrence FROM newest_articles a JOIN flags f ON f.run = a.judged_in AND f.article = a.article"
        " WHERE a.article = ?",
        article,
    )
    return found[0][0]


def say(path, article: str, choice=Choice.REJECT, scope=Scope.OCCURRENCE, seen="", **more) -> None:
    """Decide on the flag of an article."""
    more = {"reviewer": "Ada", "decided": NOW, **more}
    decide(path, {flag_of(path, article): seen}, Decision(choice, scope, **more))
