"""What `claims explain` is made from: words of voice and mode, questions to the store, candidates that lost."""

from datetime import date

import pytest

from claims.check import extract_article
from claims.extracting.explain_manner import explain_manner
from claims.matching.candidates import find_candidates
from claims.matching.consider_candidates import consider_candidates
from claims.records import Article, Claim, Shape
from claims.settings import Settings
from claims.store.open import Store
from claims.store.recording import RecordingStore
from fake_encoder import FakeEncoder


def article(text: str) -> Article:
    return Article("a", text, "a.txt", published=date(2022, 12, 30))


def claim_of(text: str, shape: Shape, store: Store) -> Claim:
    return next(c for c in extract_article(article(text), store).extraction.claims if c.shape is shape)


MANNERS = [
    ("World War II ended in 1946.", Shape.EVENT_DATE, None, ""),
    ("According to the guide, World War II ended in 1946.", Shape.EVENT_DATE, "According to", ""),
    ("“I was born on the day World War II ended in 1946, they say,” he told us.", Shape.EVENT_DATE, "“I was", ""),
    ("It is not true that World War II ended in 1946.", Shape.EVENT_DATE, None, "not"),
    ("Who knows whether World War II ended in 1946?", Shape.EVENT_DATE, None, "?"),
    ("There was no 2020 Winter Olympics.", Shape.EDITION, None, "no"),
    ("A planned 2020 Winter Olympics never came.", Shape.EDITION, None, "planned"),
    ("He wants to call President Barack Obama.", Shape.OFFICE, None, "call"),
    ("An eventual President Barack Obama was dreaded.", Shape.OFFICE, None, "eventual"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape", "voice_by", "modality_by"), MANNERS)
def test_the_words_that_give_voice_and_mode(
    text: str, shape: Shape, voice_by: str | None, modality_by: str, store: Store
) -> None:
    manner = explain_manner(claim_of(text, shape, store), article(text))
    assert manner.modality_by == modality_by
    shown = manner.voice_by.of(text) if manner.voice_by else None
    assert shown is None if voice_by is None else (shown or "").startswith(voice_by)


def test_a_recording_store_answers_as_the_store_does_and_keeps_note(store: Store) -> None:
    recorder = RecordingStore(store)
    assert recorder.facts("country/germany", "capital") == store.facts("country/germany", "capital") != ()
    assert recorder.facts_with_value("capital", "place/berlin")
    assert recorder.list_is_complete("member_of", "org/nato", 2022)
    assert [e.entity for e in recorder.editions("series/winter-olympics")]
    recorder.facts("country/germany", "capital")
    asked = recorder.take()
    assert [(a.by, a.entity, a.predicate) for a in asked] == [
        ("subject", "country/germany", "capital"),
        ("value", "place/berlin", "capital"),
        ("list", "org/nato", "member_of"),
        ("series", "series/winter-olympics", "edition_of"),
    ]
    assert (asked[2].complete, asked[2].year) == (True, 2022)
    assert asked[0].facts == store.facts("country/germany", "capital")
    assert recorder.take() == ()
    recorder.facts("country/germany", "capital")
    assert len(recorder.take()) == 1


@pytest.mark.parametrize(
    ("text", "shape", "taken", "obstacles"),
    [
        ("France won the 2018 World Cup.", Shape.AWARD, "edition/2018-fifa-world-cup", {"other_year"}),
        ("Prices rose after Moscow's invasion last February.", Shape.EVENT_DATE,
         "event/russian-invasion-of-ukraine", {"no_common_head_noun", "no_common_party"}),
    ],
)  # fmt: skip
def test_candidates_that_lost_are_kept_with_the_reason(
    text: str, shape: Shape, taken: str, obstacles: set[str], store: Store
) -> None:
    claim = claim_of(text, shape, store)
    vector, settings = FakeEncoder().encode([claim.query])[0], Settings(event_similarity=0.2)
    considered = consider_candidates(claim, vector, store, settings)
    assert taken in {c.candidate.entity for c in considered if not c.obstacle}
    assert obstacles <= {c.obstacle for c in considered}
    assert find_candidates(claim, vector, store, settings) == tuple(
        c.candidate for c in considered if not c.obstacle
    )


def test_of_events_that_are_unlike_none_is_taken(store: Store) -> None:
    claim = claim_of("Prices rose after Moscow's invasion last February.", Shape.EVENT_DATE, store)
    vector = FakeEncoder().encode([claim.query])[0]
    considered = consider_candidates(claim, vector, store, Settings(event_similarity=1.0))
    assert {one.obstacle for one in considered} == {"too_unlike"}
