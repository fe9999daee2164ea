import json
import re
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from claims.errors import ModelError
from claims.matching.explain_worth import explain_worth
from claims.matching.minilm import MiniLM
from claims.matching.score_worth import score_worth
from claims.matching.worth_features import CAP, describe_sentence, feature_names
from claims.matching.worth_grams import SLOTS, gram_slots, slots_of
from claims.matching.worth_model import load_worth_model
from claims.matching.worth_text import WorthText
from claims.store.packs import packs_home
from claims.store.read_vocabulary import read_vocabulary

WORTH = [
    "Unemployment fell to 4.1 percent in 2019, the lowest rate in fifty years.",
    "The senator voted against the treaty three times.",
    "Exports to China have doubled since 2001.",
    "More than 300,000 people lost their homes in the flood of 1953.",
]
IDLE = [
    "Thank you very much, and good evening.",
    "I think we must do better.",
    "What do you want us to do?",
    "Let me answer that.",
]


def features(text: str) -> dict[str, float]:
    return {n: float(v) for n, v in zip(feature_names(), describe_sentence(text), strict=True) if v}


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        (
            "Prices rose 3 percent in 1998.",
            {"number", "percent", "year", "change", "share"},
            {"question", "hedge"},
        ),
        ("I think it is good.", {"first_person", "hedge", "opinion"}, {"number", "year", "name"}),
        ("Did Ann Lee vote?", {"question", "name"}, {"year"}),
        ("It cost $4 million more than last year.", {"amount", "scale", "comparison"}, {"percent"}),
        ("We’ve been there.", {"we"}, {"number"}),
        ("It is the tallest tower.", {"graded"}, {"name"}),
        ("", {"brief"}, {"length", "question"}),
        ("They paid one out of every five.", {"number_word", "share"}, {"number"}),
    ],
)
def test_features_say_what_a_reader_sees(text: str, present: set[str], absent: set[str]) -> None:
    found = features(text)
    assert present <= found.keys()
    assert not absent & found.keys()


def test_features_are_capped_and_the_same_for_any_apostrophe() -> None:
    many = features("1 2 3 4 5 6 7 8 9")
    assert many["number"] == 2
    assert features("It isn’t over.") == features("It isn't over.")


def test_grams_are_words_and_pairs_with_numbers_alike() -> None:
    slots = gram_slots("Prices rose 3.5 percent")
    assert {"prices", "prices rose", "rose 0", "0", "< prices", "percent >"} <= slots.keys()
    assert all(0 <= slot < SLOTS for slot in slots.values())
    assert gram_slots("rose 7")["rose 0"] == slots["rose 0"]


def test_scores_are_probabilities_that_rank_facts_before_talk() -> None:
    scores = score_worth(WORTH + IDLE)
    assert scores.shape == (8,)
    assert scores.min() > 0
    assert scores.max() < 1
    assert scores[:4].min() > 0.5 > load_worth_model().without_vector.threshold > scores[4:].max()
    assert np.array_equal(scores, score_worth(WORTH + IDLE))


@pytest.mark.parametrize("texts", [[], [""], ["1"], ["…"], ["«»"], ["x" * 5_000]])
def test_odd_input_is_scored_too(texts: list[str]) -> None:
    scores = score_worth(texts)
    assert scores.shape == (len(texts),)
    assert not np.isnan(scores).any()


@pytest.mark.model
def test_with_vectors_facts_rank_before_talk() -> None:
    model = load_worth_model().with_vector
    scores = score_worth(WORTH + IDLE, MiniLM().encode(WORTH + IDLE))
    assert scores[:4].min() > model.threshold > scores[4:].max()


@pytest.mark.parametrize("vector", [None, np.full(384, 0.05, dtype=np.float32)])
def test_contributions_add_up_to_the_score(vector: np.ndarray | None) -> None:
    for text in WORTH + IDLE:
        parts = explain_worth(text, vector)
        score = score_worth([text], None if vector is None else vector[None, :])[0]
        assert 1 / (1 + np.exp(-sum(part.adds for part in parts))) == pytest.approx(score, abs=1e-5)
        assert [abs(p.adds) for p in parts] == sorted((abs(p.adds) for p in parts), reverse=True)


def test_a_number_speaks_for_checking_and_a_greeting_against() -> None:
    adds = {part.name: part.adds for part in explain_worth(WORTH[0]) if part.kind == "feature"}
    assert adds["number"] > 0
    assert {p.name: p.adds for p in explain_worth(IDLE[0]) if p.kind == "words"}["thank"] < 0


def test_a_missing_or_foreign_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load_worth_model(tmp_path / "none.npz")
    np.savez(tmp_path / "other.npz", feature_names=np.array(["a"]))
    with pytest.raises(ModelError, match="cannot be read"):
        load_worth_model(tmp_path / "other.npz")


def test_the_record_is_that_of_the_model() -> None:
    folder = packs_home() / "models"
    record = json.loads((folder / "worth.json").read_text(encoding="utf-8"))
    model = load_worth_model()
    assert record["sha256"] == sha256((folder / "worth.npz").read_bytes()).hexdigest()
    assert record["with_vector"]["threshold"] == model.with_vector.threshold
    assert record["without_vector"]["threshold"] == model.without_vector.threshold


def test_every_wording_stands_once_a_feature_in_small_letters() -> None:
    rows = read_vocabulary("worth_words")
    assert len(rows) == len(set(rows)) > 500
    assert all(wording == wording.casefold().strip() and "’" not in wording for _, wording in rows)


def case_texts() -> list[str]:
    cases = Path(__file__).parent / "cases"
    lines = (line for path in sorted(cases.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line)["text"] for line in lines]


def test_slots_without_words_are_those_of_the_words() -> None:
    for text in (*case_texts(), "$5, 5 % and 5?", "no no no no", ""):
        assert sorted(slots_of(WorthText.of(text))) == sorted(gram_slots(text).values()), text


# As the features are defined; the program looks for fewer of them, and in another order.
SHAPES = {
    "number": r"(?<![\w.])[$€£]?\d[\d,.]*",
    "year": r"\b(?:1[89]|20)\d\d\b(?!,\d)",
    "percent": r"(?i)\d\s?(?:%|per\s?cent)",
    "amount": r"(?i)[$€£]\s?\d|\d\s(?:dollars|euros|pounds|cents)\b",
    "name": r"(?<=[\w,;:'.] )[A-Z][\w'-]+|\b[A-Z]{2,}\b",
    "past_ending": r"\b[a-z]{2,}(?:ed|ought|aught)\b",
    "graded": r"\b[a-z]{3,}(?:er\s+than|est)\b",
}


def test_no_shape_is_missed_where_it_is_not_looked_for() -> None:
    for text in (*case_texts(), "A U.N. man, NATO's_AB xAB AB1", "older  than the OLDEST, brought £ 5"):
        found = features(text)
        for name, pattern in SHAPES.items():
            count = min(len(re.findall(pattern, text.replace("’", "'"))), CAP)
            assert found.get(name, 0.0) == np.sqrt(np.float32(count)), (name, text)
