"""Whose titles in what contest a claim counts, and why others may be meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import Article, Claim, Reason
from claims.store.open import Store
from claims.values.names import name_key, tokenise

OTHER = "other"
"""In ``vocabulary/title_sports.csv``: words of contests that go by the same names, and have other winners."""


@dataclass(frozen=True, slots=True)
class TitleRecords:
    """The records (a winner in a series) that a claim may count, and why they may not refute it."""

    entities: tuple[str, ...]
    doubt: tuple[Reason, str] | None = None


def find_records(claim: Claim, article: Article, store: Store) -> TitleRecords:
    """The records of the winners and series named.

    A name that several contests share ("World Cup") stands for those whose sport the article speaks of, for
    all where it speaks of none.
    """
    holder, subject = claim.slot("holder"), claim.slot("subject")
    if holder is None or subject is None:
        return TitleRecords(())
    words = frozenset(token.key for token in tokenise(article.text))
    series = tuple(_series_of(subject.entities, store))
    spoken = tuple(s for s in series if words & _words_of(s, store))
    named = (spoken or series) if "weak" in claim.cues else series
    records = {
        fact.subject: (who, fact_in.value)
        for who in holder.entities
        for fact in store.facts_with_value("record_of", who)
        for fact_in in store.facts(fact.subject, "record_in")
        if fact_in.value in named
    }
    default = [s for s in named if s in store.word_list("default_series")]
    usual = {key: row for key, row in records.items() if row[1] in default}
    if not spoken and usual and not words & store.word_list("other_contests"):
        records, spoken = usual, tuple(default)
    doubt = _doubt_winners({who for who, _ in records.values()}) or _doubt_series(
        [s for _, s in records.values()], words, firm=bool(spoken) or "weak" not in claim.cues, store=store
    )
    return TitleRecords(tuple(records), doubt)


def _series_of(entities: Iterable[str], store: Store) -> list[str]:
    """The series among the entities and those of the editions among them, each once."""
    editions = (e for e in entities if e.startswith("edition/"))
    found = [f.value for e in editions for f in store.facts(e, "edition_of")]
    return list(dict.fromkeys([*(e for e in entities if e.startswith("series/")), *found]))


def _words_of(series: str, store: Store) -> frozenset[str]:
    """The words that say that an article speaks of the series' sport."""
    family = store.series[series].family if series in store.series else ""
    return frozenset(word for name, word in store.wordings("title_sports") if name == family != "")


def _doubt_winners(winners: set[str]) -> tuple[Reason, str] | None:
    return (Reason.AMBIGUOUS_ENTITY, "Several winners may be meant.") if len(winners) > 1 else None


def other_contests(series: Iterable[str], store: Store) -> frozenset[str]:
    """Words that say that another contest may be meant than those of the series: of another sport, sex or age."""
    others = frozenset(word for name, word in store.wordings("title_sports") if name == OTHER)
    own: set[str] = set()
    for each in series:
        own |= {*name_key(store.name(each)).split(), *_words_of(each, store)}
    return others - own


def _doubt_series(
    series: list[str], words: frozenset[str], firm: bool, store: Store
) -> tuple[Reason, str] | None:
    """Why a contest of the same name may be meant: another sport's, another sex's, another age's."""
    if not firm or words & other_contests(series, store):
        return Reason.AMBIGUOUS_ENTITY, "A contest of the same name may be meant."
    if not store.refuting_series.issuperset(series):
        return Reason.NOT_CLOSED, "Titles of other kinds in this contest are not known."
    return None
