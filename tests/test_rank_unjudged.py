"""Sentences worth checking of which nothing was judged: ranked, with the reason, and never a flag among them."""

from datetime import date

import pytest

from claims.check import check_article
from claims.errors import SettingsError
from claims.records import Article, CheckedArticle
from claims.settings import Settings
from claims.store.open import Store
from fake_encoder import FakeEncoder

TEXT = (
    "Thank you very much. Unemployment fell to 4.1 percent last year, the lowest rate in fifty years. "
    "Exports of the town of Bell rose by 12 percent in 2018. Germany had 28 members in its council in 1999. "
    "The 2020 Winter Olympics were held in Beijing and cost 3.9 billion dollars, twice what was planned."
)


def checked(store: Store, settings: Settings, encoder: FakeEncoder | None = None) -> CheckedArticle:
    article = Article("a", TEXT, "a", published=date(2022, 12, 30))
    return check_article(article, store, encoder or FakeEncoder(), settings)


def test_what_is_left_is_ranked_and_has_a_reason(store: Store) -> None:
    coverage = checked(store, Settings()).coverage
    left = [item.span.of(TEXT).split()[0] for item in coverage.unjudged]
    assert set(left) >= {"Unemployment", "Exports"}
    assert "Thank" not in left
    assert [item.worth for item in coverage.unjudged] == sorted(
        (item.worth for item in coverage.unjudged), reverse=True
    )
    assert {item.reason for item in coverage.unjudged if item.span.of(TEXT).startswith("Exports")} == {
        "no_claim"
    }
    assert coverage.worth_checking is not None
    assert coverage.worth_checking >= len(coverage.unjudged)


def test_a_judged_sentence_is_not_left_and_its_flag_stays(store: Store) -> None:
    result = checked(store, Settings())
    assert any(f.is_flag and f.span.of(TEXT).startswith("2020 Winter") for f in result.findings)
    assert not any("2020 Winter" in item.span.of(TEXT) for item in result.coverage.unjudged)


def test_scores_never_change_a_finding(store: Store) -> None:
    none, words = checked(store, Settings(worth="none")), checked(store, Settings())
    assert none.findings == words.findings
    assert (none.coverage.worth_checking, none.coverage.unjudged) == (None, ())


@pytest.mark.parametrize(("worth", "embedded"), [("words", 0), ("none", 0), ("vectors", 5)])
def test_sentences_are_embedded_only_where_the_setting_asks_for_it(
    store: Store, worth: str, embedded: int
) -> None:
    encoder = FakeEncoder()
    checked(store, Settings(worth=worth), encoder)
    assert len(encoder.texts) == embedded
    assert encoder.texts == sorted(encoder.texts, key=len)


def test_another_way_of_scoring_is_refused() -> None:
    with pytest.raises(SettingsError, match="worth"):
        Settings(worth="guess")
