"""Are all slots of a claim right? -> ``results/slots.json``: ``python benchmarks/measure_slots.py DEVSETS SEED``.

Of 300 articles of the news sample, chosen by the seed, 200 claims are chosen by it and printed with every slot, for a
person to read. DEVSETS is the folder with the development sets; it is not part of the project. What the reader found
is kept in ``judgements/slots_SEED.jsonl``, a row a claim: ``key`` (article, span, predicate) and ``wrong``, the names
of what is wrong with it, empty where all is right. Once every claim has a row the figures are recorded.

Wrong is ``claim`` where nothing of the kind is said; ``subject``, ``predicate`` or ``value`` where another one is meant (one
of several senses that were left open must be right); ``time`` where a time has another date than a reader would give it,
and ``scope`` where a time of the sentence is taken for that of the claim; ``voice``, ``speaker``, ``modality``; ``text`` where the
text that stands alone says something else, needs the article or is no sentence.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from claims.check import extract_article
from claims.evaluate.score import Rate
from claims.matching.minilm import MiniLM
from claims.records import Article, Claim, Slot
from claims.store.ensure import ensure_store
from claims.store.open import open_store
from find_devset import find_devset, read_devset
from record_result import record_result

SET = "news_sample_2015_2020"
ARTICLES, SAMPLED = 300, 200
JUDGEMENTS = Path(__file__).parent / "judgements"
LABELS = ("claim", "subject", "predicate", "value", "time", "scope", "voice", "speaker", "modality", "text")
CONTEXT = ("background", "near_place", "nearby")
"""What stands around a claim and is no part of it: other times and places of the sentence and those before."""

Sampled = list[tuple[Article, Claim]]


def read_sample(path: Path, seed: int) -> tuple[Sampled, dict[str, int]]:
    """The claims to be read, and of how many articles, sentences and claims they are."""
    choose = random.Random(seed)
    rows = choose.sample(read_devset(path), ARTICLES)
    found: Sampled = []
    sentences = 0
    with open_store(ensure_store(MiniLM())) as store:
        for row in rows:
            name = str(row.get("id") or row["url"])
            article = Article(name, row["text"], name, published=date.fromisoformat(row["date"]))
            extraction = extract_article(article, store).extraction
            sentences += len(extraction.sentences)
            found += [(article, claim) for claim in extraction.claims]
    sizes = {"articles": len(rows), "sentences": sentences, "claims": len(found)}
    return choose.sample(found, min(SAMPLED, len(found))), sizes


def key_of(claim: Claim) -> str:
    """What a judgement is kept under."""
    span = claim.checked.span
    return f"{claim.article_id}:{span.start}-{span.end}:{claim.predicate}"


def show(number: int, article: Article, claim: Claim) -> str:
    """A claim for a reader: its sentence and each slot, the checked one with a star."""
    head = f"{claim.shape}.{claim.predicate} {claim.voice} {claim.modality} {claim.speaker or ''}".rstrip()
    lines = [f"{number}. {key_of(claim)} ({article.published}) {head}"]
    lines.append(f"   {' '.join(claim.sentence.of(article.text).split())}")
    lines += [_slot(slot, slot is claim.checked, article) for slot in claim.slots if slot.name not in CONTEXT]
    return "\n".join([*lines, f"   = {claim.text}"])


def _slot(slot: Slot, checked: bool, article: Article) -> str:
    dates = [f"{reading.start}..{reading.end}" for reading in slot.readings[:1]]
    number = [str(slot.quantity.stated), slot.quantity.unit] if slot.quantity else []
    parts = [*slot.entities[:3], *dates, *number, *([str(slot.unresolved)] if slot.unresolved else [])]
    return f"   {'*' if checked else ' '} {slot.name} {slot.span.of(article.text)!r} {' '.join(parts)}"


def read_judged(seed: int) -> dict[str, tuple[str, ...]]:
    """What is wrong with each claim that was read, by its key; raises ValueError for a label that is none."""
    path = JUDGEMENTS / f"slots_{seed}.jsonl"
    rows = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )
    unknown = {label for row in rows for label in row["wrong"]} - set(LABELS)
    if unknown:
        raise ValueError(f"{path.name}: no such labels: {', '.join(sorted(unknown))}")
    return {row["key"]: tuple(row["wrong"]) for row in rows}


def figures_of(claims: Iterable[Claim], judged: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Shares of claims with all right, by shape, too, and how often each part is wrong."""
    read = [(claim, judged[key_of(claim)]) for claim in claims]
    shapes = sorted({claim.shape for claim, _ in read})
    counts = Counter(label for _, wrong in read for label in wrong)
    return {
        "all_right": _share(wrong for _, wrong in read),
        "by_shape": {str(s): _share(w for claim, w in read if claim.shape is s) for s in shapes},
        "wrong": {label: counts[label] for label in LABELS if counts[label]},
    }


def _share(wrong: Iterable[tuple[str, ...]]) -> dict[str, Any]:
    marks = [not labels for labels in wrong]
    return Rate(sum(marks), len(marks)).as_dict()


def main(arguments: list[str]) -> int:
    """Print the sample; record the figures where all of it was judged; 2 where the folder is missing."""
    paths = find_devset(arguments[:1], __doc__ or "", SET)
    if paths is None or len(arguments) != 2 or not arguments[1].isdecimal():
        return 2
    seed = int(arguments[1])
    sampled, sizes = read_sample(paths[0], seed)
    for number, (article, claim) in enumerate(sampled):
        print(show(number, article, claim))
    judged = read_judged(seed)
    unread = [key_of(claim) for _, claim in sampled if key_of(claim) not in judged]
    if unread:
        print(f"{len(unread)} of {len(sampled)} claims are not judged yet", file=sys.stderr)
        return 0
    figures = {"seed": seed, **sizes, **figures_of((claim for _, claim in sampled), judged)}
    print(record_result("slots", f"python benchmarks/measure_slots.py DEVSETS {seed}", figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
