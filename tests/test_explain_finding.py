"""The chain from span to verdict as data: what was compared, how it stands, and why it may be refuted."""

import json
from datetime import date
from pathlib import Path

import pytest

from claims.check import check_article
from claims.explain import Explanation, explain
from claims.judging.comparison import Standing
from claims.records import Article, Modality, Reason, Shape, Verdict, Voice
from claims.settings import Settings
from claims.store.open import Store
from fake_encoder import FakeEncoder

NEAR = Settings(event_similarity=0.2)
CASES = sorted((Path(__file__).parent / "cases").glob("*.jsonl"))


def explained(
    text: str, store: Store, published: date | None = date(2022, 12, 30), settings: Settings = NEAR
) -> list[Explanation]:
    article = Article("a", text, "a.txt", published=published)
    findings = check_article(article, store, FakeEncoder(), settings).findings
    return [explain(n, f, article, store, FakeEncoder(), settings) for n, f in enumerate(findings, 1)]


def of_shape(text: str, shape: Shape, store: Store) -> Explanation:
    return next(one for one in explained(text, store) if one.finding.claim.shape is shape)


COMPARED = [
    # A sentence, the shape, and of the first fact: standing, reason, whether it held at the time.
    ("World War II ended in 1945.", Shape.EVENT_DATE, "compatible", "overlaps", None),
    ("World War II ended in 1947.", Shape.EVENT_DATE, "different", "other_time", None),
    ("World War II ended on 3 September 1945.", Shape.EVENT_DATE, "not_comparable", "off_by_little", None),
    ("The 2022 Winter Olympics opened in Beijing.", Shape.EVENT_PLACE, "equal", "same_place", None),
    ("The 2022 Winter Olympics opened in China.", Shape.EVENT_PLACE, "compatible", "country_of_it", None),
    ("The 2022 Winter Olympics opened in France.", Shape.EVENT_PLACE, "different", "other_country", None),
    ("French President Emmanuel Macron left.", Shape.OFFICE, "equal", "same", True),
    ("French President Angela Merkel left.", Shape.OFFICE, "different", "other_entity", True),
    ("Angela Merkel was born in 1954.", Shape.BIOGRAPHY, "compatible", "overlaps", None),
    ("Angela Merkel was born on 17 July 1954.", Shape.BIOGRAPHY, "equal", "same", None),
    ("Angela Merkel was born in 1957.", Shape.BIOGRAPHY, "different", "other_time", None),
    ("Angela Merkel became chancellor of Germany in 2007.", Shape.TERM, "different", "other_time", None),
    ("The capital of Australia is Sydney.", Shape.GEOGRAPHY, "different", "other_place", True),
    ("The population of Germany is 60 million.", Shape.STATISTIC, "different", "out_of_bounds", True),
    ("The population of Germany is 83 million.", Shape.STATISTIC, "compatible", "within_bounds", True),
    ("France won the 2018 World Cup.", Shape.AWARD, "equal", "same", None),
    ("Norway is a member of NATO.", Shape.MEMBERSHIP, "equal", "same", True),
    ("They met on Friday, 3 May 2018.", Shape.CALENDAR, "different", "computed", None),
    ("They closed 18 of the 60 kitchens, or 40 percent.", Shape.ARITHMETIC, "different", "computed", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape", "standing", "reason", "held"), COMPARED)
def test_the_evidence_is_compared_with_a_reason(
    text: str, shape: Shape, standing: str, reason: str, held: bool | None, store: Store
) -> None:
    first = of_shape(text, shape, store).trace.facts[0]
    assert first.comparison is not None
    assert (first.comparison.standing, first.comparison.reason, first.held) == (standing, reason, held)


MATCHES = ("beat", "match_score")


def test_every_comparison_of_the_case_book_bears_out_its_verdict(store: Store) -> None:
    lines = [line for path in CASES for line in path.read_text(encoding="utf-8").splitlines()][::6]
    seen, codes = 0, set()
    for case in map(json.loads, lines):
        published = date.fromisoformat(case["date"]) if case["date"] else None
        for one in explained(case["text"], store, published):
            seen, codes = seen + 1, codes | codes_of(one)
            assert one.trace.alone == one.finding or one.finding.reason is Reason.INCONSISTENT
            assert bool(one.manner.modality_by) is (one.finding.claim.modality is not Modality.ASSERTED)
            assert (one.manner.voice_by is not None) is (one.finding.claim.voice is not Voice.REPORTER)
            alone = one.trace.alone
            evidence = [fact for fact in one.trace.facts if fact.is_evidence]
            assert {fact.fact.id for fact in evidence} >= {fact.id for fact in alone.facts}
            standings = {fact.comparison.standing for fact in evidence if fact.comparison}
            if alone.claim.predicate in MATCHES:
                continue  # judged by sides, day and score together, which no single fact's value shows
            if alone.verdict is Verdict.SUPPORTED:
                assert standings & {Standing.EQUAL, Standing.COMPATIBLE}, case["text"]
            elif alone.verdict is Verdict.MISMATCH and alone.claim.shape is not Shape.MEMBERSHIP:
                assert Standing.DIFFERENT in standings, case["text"]
    assert seen > 100
    documented = (Path(__file__).parents[1] / "docs" / "output.md").read_text(encoding="utf-8")
    assert {code for code in codes if f"`{code}`" not in documented} == set()


def codes_of(one: Explanation) -> set[str]:
    """Every code of an explanation that a reader may look up."""
    compared = [fact.comparison for fact in one.trace.facts if fact.comparison]
    outcomes = {code for outcome in one.candidates for code in (outcome.lost_by, outcome.said) if code}
    details = {name for comparison in compared for name in comparison.details}
    return outcomes | details | {str(c.standing) for c in compared} | {c.reason for c in compared}


def test_an_edition_is_ranked_with_its_points(store: Store) -> None:
    one = of_shape("Guests flew to China for the 2020 Winter Olympics.", Shape.EDITION, store)
    first, second = one.trace.editions[:2]
    assert (first.entity, second.entity) == ("edition/2022-winter-olympics", "edition/2020-summer-olympics")
    assert dict(first.terms)["nearby_place"] == 3.0
    for edition in one.trace.editions:
        assert sum(points for _, points in edition.terms) == pytest.approx(edition.points, abs=1e-4)
    (closed,) = one.trace.closedness
    assert (closed.kind, closed.closed, closed.details["year"]) == ("series", True, 2020)
    assert {outcome.lost_by for outcome in one.candidates} == {"other_year"}
    assert one.candidates[0].candidate.entity in (
        "edition/2018-winter-olympics",
        "edition/2022-winter-olympics",
    )


def test_games_of_another_year_that_bear_a_statement_out_are_taken(store: Store) -> None:
    (one,) = (
        one
        for one in explained("The Tokyo Olympics of 2021 had no guests.", store)
        if one.finding.claim.shape is Shape.EDITION
    )
    assert one.finding.verdict is Verdict.SUPPORTED
    assert [(o.candidate.entity, o.said) for o in one.candidates if not o.lost_by] == [
        ("edition/2020-summer-olympics", "evidence")
    ]


def test_a_time_without_an_end_is_told_as_open(store: Store) -> None:
    one = of_shape("Prices rose after Moscow's invasion last February.", Shape.EVENT_DATE, store)
    comparison = one.trace.facts[0].comparison
    assert comparison is not None
    assert comparison.details["known"] == "from 24 February 2022 on"
    assert one.candidates[0].candidate.found_by == "vector"


def test_a_term_is_looked_up_by_its_holder(store: Store) -> None:
    one = of_shape("Angela Merkel became chancellor of Germany in 2007.", Shape.TERM, store)
    assert {outcome.said for outcome in one.candidates} == {"not_asked"}
    assert ("value", "person/angela-merkel") in {(asked.by, asked.entity) for asked in one.trace.asked}


def test_confidence_is_the_sum_of_its_parts(store: Store) -> None:
    parts = of_shape("World War II ended in 1947.", Shape.EVENT_DATE, store).trace.confidence
    assert parts is not None
    assert parts.log_odds == pytest.approx(parts.bias + sum(weight for _, weight in parts.features))
    assert parts.probability == pytest.approx(1 / (1 + 2.718281828**-parts.log_odds), abs=0.001)
    assert of_shape("World War II ended in 1945.", Shape.EVENT_DATE, store).trace.confidence is None


@pytest.mark.parametrize(
    ("text", "settings", "held_back"),
    [
        ("World War II ended in 1947.", NEAR, ""),
        ("World War II ended in 1947.", Settings(min_confidence=1.0), "min_confidence"),
        ("World War II ended in 1947.", Settings(least_confidence="event_date=off"), "least_confidence"),
        ("World War II ended in 1947. World War I ended in 1921.",
         Settings(max_flags_per_1000_words=1.0), "max_flags_per_1000_words"),
    ],
)  # fmt: skip
def test_a_flag_that_a_setting_holds_back_says_so(
    text: str, settings: Settings, held_back: str, store: Store
) -> None:
    assert held_back in [one.held_back for one in explained(text, store, settings=settings)]


def test_a_list_that_is_complete_refutes_a_member(store: Store) -> None:
    one = of_shape("Norway is a member of the European Union.", Shape.MEMBERSHIP, store)
    lists = [closed for closed in one.trace.closedness if closed.kind == "list"]
    assert [(c.of, c.closed, c.details["year"]) for c in lists] == [("org/european-union", True, 2022)]


def test_another_place_of_the_article_overrules_what_a_claim_is_by_itself(store: Store) -> None:
    text = (
        "Jo Quill was born in 1961 in a mill. Nobody knew the tune. Jo Quill was born in 1974, says a plaque."
    )
    flagged = [one for one in explained(text, store) if one.finding.reason is Reason.INCONSISTENT]
    assert flagged
    for one in flagged:
        assert one.trace.alone.verdict is Verdict.NOT_ENOUGH_INFO
        assert any(fact.is_evidence for fact in one.trace.facts)
