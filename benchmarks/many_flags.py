"""As many articles with a flag as wanted, no two alike: prose of random words, which packs worse than any real one."""

import random
import re
from datetime import date, timedelta
from pathlib import Path

from claims.records import (
    Article,
    CheckedArticle,
    Claim,
    Coverage,
    Fact,
    Finding,
    Interval,
    Modality,
    Precision,
    Reason,
    Repair,
    Shape,
    Slot,
    Span,
    Verdict,
    Voice,
)

SEEDS = Path(__file__).parents[1] / "seeds"
DAY = date(2022, 12, 30)
FACTS = 6
RULES = (
    (Shape.EDITION, Reason.NO_SUCH_EDITION, "edition"),
    (Shape.OFFICE, Reason.FORMER_HOLDER, "holder"),
    (Shape.EVENT_DATE, Reason.DIFFERENT_TIME, "time"),
    (Shape.EVENT_PLACE, Reason.DIFFERENT_PLACE, "place"),
)


def many_flags(count: int, seed: int = 7) -> list[CheckedArticle]:
    """The same articles for the same numbers: each of three sentences, with one flag, six facts and two repairs."""
    luck = random.Random(seed)
    words = _words()
    return [_article(number, luck, words) for number in range(count)]


def _words() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir()) if path.is_file())
    return sorted(set(re.findall(r"[A-Za-z]{3,}", " ".join(texts))))


def _prose(luck: random.Random, words: list[str], count: int) -> str:
    return " ".join(luck.choices(words, k=count)).capitalize()


def _article(number: int, luck: random.Random, words: list[str]) -> CheckedArticle:
    name = f"{_prose(luck, words, 2)} {number}"
    before, lead, tail, after = (_prose(luck, words, n) for n in (20, 12, 10, 20))
    sentence = f"{lead} {name} {tail}."
    text = f"{before}. {sentence} {after}."
    start = text.index(sentence)
    span = Span(start + len(lead) + 1, start + len(lead) + 1 + len(name))
    shape, reason, slot = RULES[number % len(RULES)]
    claim = Claim(
        f"archive/{number}", Span(start, start + len(sentence)), shape, "predicate", slot,
        (Slot(slot, span, name),), Voice.QUOTED if number % 9 == 0 else Voice.REPORTER, Modality.ASSERTED, f"{lead} {name}.",
    )  # fmt: skip
    facts = tuple(_fact(number, place, luck, words) for place in range(FACTS))
    repairs = tuple(Repair(span, _prose(luck, words, 3), (facts[0].id,)) for _ in range(2))
    verdict = Verdict.OUTDATED if reason is Reason.FORMER_HOLDER else Verdict.MISMATCH
    finding = Finding(
        claim, verdict, reason, slot, span, f"{_prose(luck, words, 18)}.", facts, repairs, luck.uniform(0.5, 0.99)
    )  # fmt: skip
    article = Article(
        f"archive/{number}", text, f"archive/{number // 250}/{number}.txt", _prose(luck, words, 8),
        published=DAY - timedelta(days=number % 3000),
    )  # fmt: skip
    return CheckedArticle(article, (finding,), Coverage(3, 1, 1, ()))


def _fact(number: int, place: int, luck: random.Random, words: list[str]) -> Fact:
    text = _prose(luck, words, 12)
    return Fact(
        f"{number}/{place}",
        f"subject/{number}",
        f"predicate_{place}",
        text,
        text,
        Interval(DAY, None, Precision.DAY),
        DAY,
        "curated",
    )
