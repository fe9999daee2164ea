"""A small run to render: every verdict and shape, each voice, an undated article, and two failures."""

from collections import Counter
from datetime import UTC, date, datetime

from claims.records import (
    Article,
    CheckedArticle,
    Claim,
    Coverage,
    Finding,
    Modality,
    ReadFailure,
    Reason,
    Repair,
    Shape,
    Slot,
    Span,
    Verdict,
    Voice,
)
from claims.report.view import RunSummary
from report_facts import BALI, BEIJING, BEIJING_PLACE, INVASION, MERKEL, SCHOLZ, WALL, XI

RUN = RunSummary(
    run_id="7d1f0c52",
    started=datetime(2026, 11, 25, 6, 30, tzinfo=UTC),
    seconds=4.21,
    program="0.1.0",
    facts="9f3a61c0d2b7",
    model="all-MiniLM-L6-v2",
    settings="41be07aa90c3",
)


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def finding(
    article: Article,
    sentence: str,
    words: str,
    judged: tuple[Shape, Verdict, Reason, str],
    explanation: str,
    **more,
) -> Finding:
    """A finding on the words of a sentence; ``repairs`` are given as replacements of those words."""
    span, (shape, verdict, reason, slot) = find(article.text, words), judged
    claim = Claim(
        article_id=article.id,
        sentence=find(article.text, sentence),
        shape=shape,
        predicate="predicate",
        value=slot,
        slots=(Slot(slot, span, words),),
        voice=more.pop("voice", Voice.REPORTER),
        modality=more.pop("modality", Modality.ASSERTED),
        text=words,
        speaker=more.pop("speaker", None),
    )
    facts = more.pop("facts", ())
    ids = tuple(f.id for f in facts[:1])
    repairs = tuple(Repair(span, new, ids) for new in more.pop("repairs", ()))
    return Finding(claim, verdict, reason, slot, span, explanation, facts, repairs, **more)


def checked(article: Article, *findings: Finding) -> CheckedArticle:
    silent = Counter(str(f.reason) for f in findings if f.verdict is Verdict.NOT_ENOUGH_INFO)
    judged = len(findings) - silent.total()
    sentences = article.text.count(".")
    return CheckedArticle(
        article, findings, Coverage(sentences, len(findings), judged, tuple(sorted(silent.items())))
    )


def diplomacy() -> CheckedArticle:
    visit = "In Beijing the Russian guest sat in the first row when the 2020 Winter Olympics were opened."
    call = "On Friday the Chinese president, Xi Jinping, took his call in a room without windows."
    war = "Russia invaded Ukraine on February 24, and trade between the two neighbours has grown ever since."
    reply = "Would the G7 leaders meet in Hiroshima after all?"
    text = f"The year began with a handshake. {visit} It ended with a bad line.\n\n{call} {war}\n\n{reply}"
    article = Article(
        "diplomacy",
        text,
        "seeds/wire.jsonl:2",
        "A handshake, and then a bad line",
        "https://example.org/a?x=1&y=2",
        published=date(2022, 12, 31),
    )
    return checked(
        article,
        finding(
            article,
            visit,
            "2020 Winter Olympics",
            (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition"),
            "There was no edition of the Winter Olympics in 2020. The likeliest meant: 2022 Winter Olympics, Beijing.",
            facts=(BEIJING, BEIJING_PLACE),
            repairs=("2022 Winter Olympics", "2020 Summer Olympics"),
            confidence=0.961,
        ),
        finding(
            article,
            call,
            "Chinese president, Xi Jinping",
            (Shape.OFFICE, Verdict.SUPPORTED, Reason.AGREES, "holder"),
            "Xi Jinping held the office at the time.",
            facts=(XI,),
            confidence=0.953,
        ),
        finding(
            article,
            war,
            "February 24",
            (Shape.EVENT_DATE, Verdict.SUPPORTED, Reason.AGREES, "time"),
            "Agrees with what is known of Russian invasion of Ukraine.",
            facts=(INVASION,),
            confidence=0.953,
        ),
        finding(
            article,
            reply,
            "Hiroshima",
            (Shape.EVENT_PLACE, Verdict.NOT_ENOUGH_INFO, Reason.NOT_ASSERTED, "place"),
            "The statement is not asserted.",
            modality=Modality.QUESTION,
        ),
    )


def bridge() -> CheckedArticle:
    promise = (
        "“German Chancellor Angela Merkel has promised that the new bridge will be paid for,” the mayor said."
    )
    text = (
        f"The ferry takes nine cars. {promise} Nobody in the hall laughed, though some looked at the clock."
    )
    article = Article(
        "bridge",
        text,
        "seeds/wire.jsonl:10",
        "Nine cars and a promise: the ferry town that has waited for its bridge since before the euro",
        published=date(2023, 5, 12),
    )
    return checked(
        article,
        finding(
            article,
            promise,
            "German Chancellor Angela Merkel",
            (Shape.OFFICE, Verdict.OUTDATED, Reason.FORMER_HOLDER, "holder"),
            "Olaf Scholz, not Angela Merkel, held the office.",
            voice=Voice.QUOTED,
            speaker="the mayor",
            facts=(SCHOLZ, MERKEL),
            repairs=("German Chancellor Olaf Scholz", "former German Chancellor Angela Merkel"),
            confidence=0.622,
        ),
    )


def pockets() -> CheckedArticle:
    night = "They crossed the bridge in a bread van on November 9, 1988, when the Berlin Wall fell."
    talk = "The G20 leaders will meet in Rome in 2022, a visitor had read in a guidebook."
    text = f"{night} By dawn the loaves were gone. {talk}"
    article = Article("pockets", text, "seeds/wire.jsonl:12", None, "javascript:alert(1)")
    return checked(
        article,
        finding(
            article,
            night,
            "November 9, 1988",
            (Shape.EVENT_DATE, Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time"),
            "Fall of the Berlin Wall: the text says 9 November 1988. Known: 9 November 1989.",
            facts=(WALL,),
            repairs=("November 9, 1989",),
            confidence=0.832,
        ),
        finding(
            article,
            talk,
            "Rome",
            (Shape.EVENT_PLACE, Verdict.MISMATCH, Reason.DIFFERENT_PLACE, "place"),
            "2022 G20 summit was not in Rome: the 2022 G20 summit was in Bali.",
            voice=Voice.ATTRIBUTED,
            modality=Modality.FUTURE,
            facts=(BALI,),
            repairs=("Bali", "Indonesia"),
            confidence=0.83,
        ),
    )


def quiet() -> CheckedArticle:
    text = "The ice came late. Last February nobody skated, and the Games were far away."
    article = Article(
        "quiet", text, "seeds/ice.md", "A rink without ice", published=None, published_from=None
    )
    return checked(
        article,
        finding(
            article,
            "Last February nobody skated, and the Games were far away.",
            "Last February",
            (Shape.EVENT_DATE, Verdict.NOT_ENOUGH_INFO, Reason.TIME_UNKNOWN, "time"),
            "“Last February” cannot be resolved.",
        ),
    )


def articles() -> list[CheckedArticle]:
    return [diplomacy(), bridge(), pockets(), quiet()]


def failures() -> list[ReadFailure]:
    return [
        ReadFailure("seeds/photo.txt", "seeds/photo.txt", "The file is binary; give the text of the article"),
        ReadFailure(
            "seeds/empty.md", "seeds/empty.md", "The file is empty; add the article's text, or leave it out"
        ),
    ]
