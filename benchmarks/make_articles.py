"""Our own text in articles as long as real ones: what a run is measured on.

The lengths are those of a development set, one for one. An article holds as many sentences of the project's own case book as real articles
hold claims (two or three), and for the rest sentences put together from the lists below, which state nothing that can be checked.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent.parent / "tests" / "cases"
WHO = (
    "The council", "A spokesman for the harbour", "Residents of the old town", "The committee", "Two members of the board", "Shopkeepers in Paris",
    "The ferry company", "Officials in Berlin", "A crowd of students", "The editors", "Farmers near the river", "The museum in London", "The court",
    "Families with children", "A group of engineers", "The union", "Volunteers from Madrid", "The theatre", "Doctors at the clinic", "The minister's office",
)  # fmt: skip
DID = (
    "discussed", "put off", "welcomed", "asked for", "complained about", "published", "looked into", "agreed on", "voted against", "paid for", "described",
    "turned down", "waited for", "argued about", "was surprised by", "took notice of", "wrote about", "promised", "objected to", "prepared",
)  # fmt: skip
WHAT = (
    "a new timetable", "the repair of the bridge", "a longer report", "the price of tickets", "plans for the square", "the noise at night", "a list of questions",
    "another meeting", "the state of the roads", "a change of the rules", "the colour of the benches", "a small garden", "the late trains", "the old library",
    "an open letter", "the use of the hall", "several complaints", "the next exhibition", "a warmer winter", "the work of the staff",
)  # fmt: skip
WHEN = (
    "on Monday", "last week", "after a long talk", "before noon", "in the evening", "without much delay", "for the second time", "as expected", "during the summer",
    "over the weekend", "at the end of the month", "some days ago", "to nobody's surprise", "in good weather", "once again",
)  # fmt: skip


def make_articles(lengths: list[int], count: int, seed: int = 6) -> Iterator[dict[str, str]]:
    """Records with ``id``, ``date``, ``title`` and ``text``; two of them are never alike. ``lengths`` are words."""
    chance = random.Random(seed)
    lines = (line for path in sorted(CASES.glob("*.jsonl")) for line in path.open(encoding="utf-8"))
    cases = sorted({json.loads(line)["text"] for line in lines})
    for number in range(count):
        text = _text(lengths[number % len(lengths)], cases, chance)
        day = f"{chance.randint(2015, 2020)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        yield {
            "id": f"n{number}",
            "date": day,
            "title": f"Notice {number}",
            "text": f"Notice {number}.\n\n{text}",
        }


def _text(wanted: int, cases: list[str], chance: random.Random) -> str:
    parts = chance.choices(cases, k=chance.choice((2, 2, 3)))
    words = sum(len(part.split()) for part in parts)
    while words < wanted:
        sentences = [_sentence(chance) for _ in range(chance.randint(2, 5))]
        parts.append(" ".join(sentences))
        words += sum(len(sentence.split()) for sentence in sentences)
    chance.shuffle(parts)
    return "\n\n".join(parts)


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHEN)}."
