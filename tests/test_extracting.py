from datetime import date

import pytest

from claims.extracting.extract import extract_claims
from claims.extracting.modality import read_modality
from claims.extracting.sentences import split_sentences
from claims.extracting.voice import find_quotes, read_voice
from claims.judging.compare_places import PlaceRelation, compare_places, kilometres
from claims.judging.compare_times import TimeRelation, compare_times
from claims.records import Article, Interval, Modality, Precision, Shape, Span, Voice
from claims.store.open import Store
from claims.values.dates import day_interval, month_interval, year_interval


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Xi left at 5 p.m. on Friday. He flew home.", ["Mr. Xi left at 5 p.m. on Friday.", "He flew home."]),
        ("In Singapore, U.S. Secretary of State Rex Tillerson spoke.", ["In Singapore, U.S. Secretary of State Rex Tillerson spoke."]),
        ("He lives in the U.S. The house is red.", ["He lives in the U.S.", "The house is red."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("  \n\n", []),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    found = split_sentences(text)
    assert [s.text for s in found] == sentences
    assert all(s.span.of(text) == s.text for s in found)


@pytest.mark.parametrize(
    ("sentence", "word", "presupposed", "modality"),
    [
        ("The war ended in 1945.", "1945", False, Modality.ASSERTED),
        ("The war did not end in 1944.", "1944", False, Modality.NEGATED),
        ("If it had ended in 1944, fewer had died.", "1944", False, Modality.HYPOTHETICAL),
        ("The summit will be held in Rome.", "Rome", False, Modality.FUTURE),
        ("Did it end in 1944?", "1944", False, Modality.QUESTION),
        ("It ended in 1953, though both sides never signed.", "1953", False, Modality.ASSERTED),
        ("It did not end in 1944; it ended in 1945.", "1945", False, Modality.ASSERTED),
        ("Organisers of the 2022 Games said that it would snow.", "2022 Games", True, Modality.ASSERTED),
        ("A bid for the 2022 Games failed.", "2022 Games", True, Modality.HYPOTHETICAL),
        ("While it did not end in 1944, it ended in 1945.", "1945", False, Modality.ASSERTED),
        ("They fled due to the war that ended in 1945.", "1945", False, Modality.ASSERTED),
        ("The war is due to end in 1945.", "1945", False, Modality.FUTURE),
        ("It is expected to last (the trial of 1999 ended in 1999).", "1999).", False, Modality.ASSERTED),
        ("It ended (they say) and will be told in 1999.", "1999", False, Modality.FUTURE),
        ("Correction: it was the 2022 Games.", "2022 Games", True, Modality.NEGATED),
    ],
)
def test_modality(sentence: str, word: str, presupposed: bool, modality: Modality) -> None:
    start = sentence.index(word) + 100
    assert read_modality(sentence, 100, Span(start, start + len(word)), presupposed).modality is modality


TITLES = [
    ("He would vote for President Ann Bell again.", Modality.ASSERTED),
    ("They are not afraid of what President Ann Bell may do.", Modality.ASSERTED),
    ("Are you afraid of President Ann Bell?", Modality.ASSERTED),
    ("They wait to see if President Ann Bell comes.", Modality.ASSERTED),
    ("What would a President Ann Bell do?", Modality.HYPOTHETICAL),
    ("They hope to elect President Ann Bell.", Modality.HYPOTHETICAL),
    ("She looked to all the world like President Ann Bell.", Modality.HYPOTHETICAL),
    ("It was not President Ann Bell who came.", Modality.NEGATED),
]


@pytest.mark.parametrize(("sentence", "modality"), TITLES)
def test_a_title_with_a_name_holds_whatever_is_said_of_its_holder(sentence: str, modality: Modality) -> None:
    start = sentence.index("President")
    span = Span(start, start + len("President Ann Bell"))
    assert read_modality(sentence, 0, span, True, False, True).modality is modality


@pytest.mark.parametrize(
    ("text", "word", "voice", "speaker"),
    [
        ("“We were there when the wall came down in 1988, all of us,” Anna Bell said.", "1988", Voice.QUOTED, "Anna Bell"),
        ("“We were there when the wall came down in 1988,” Ann Bell, a teacher, told Radio One.", "1988", Voice.QUOTED, "Ann Bell"),
        ("“We were there when the wall came down in 1988,” Ann Bell on Friday said.", "1988", Voice.QUOTED, "Ann Bell"),
        ("“We were there when the wall came down in 1988,” he said.", "1988", Voice.QUOTED, None),
        ("\"They were there in 1988, said Carl Dent.", "Dent", Voice.REPORTER, None),
        ("\"They were there in 1988, said Carl Dent.", "1988", Voice.QUOTED, "Carl Dent"),
        ("A spokesman for Anna Bell said that it happened in 1988.", "1988", Voice.ATTRIBUTED, None),
        ("“We were there when the wall came down in 1988,\" said Ann Bell of the year 2001.", "1988", Voice.QUOTED, "Ann Bell"),
        ("“We were there when the wall came down in 1988,\" said Ann Bell of the year 2001.", "2001", Voice.REPORTER, None),
        ("“Carl Dent said that it came down in 1988, all of it,” Anna Bell wrote.", "1988", Voice.QUOTED, "Anna Bell"),
        ("According to the ministry, it happened in 1988.", "1988", Voice.ATTRIBUTED, None),
        ("Anna Bell said that it happened in 1988.", "1988", Voice.ATTRIBUTED, "Anna Bell"),
        ("It happened in 1988.", "1988", Voice.REPORTER, None),
        ("The “1988” ended.", "1988", Voice.REPORTER, None),
    ],
)  # fmt: skip
def test_voice(text: str, word: str, voice: Voice, speaker: str | None) -> None:
    start = text.index(word)
    said = read_voice(text, 0, Span(start, start + len(word)), find_quotes(text))
    assert (said.voice, said.speaker) == (voice, speaker)


def claims(store: Store, text: str, shape: Shape) -> list[str]:
    article = Article("a", text, "a", published=date(2022, 12, 30))
    return [c.checked.text for c in extract_claims(article, store).claims if c.shape is shape]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Villages drilled wells since the destruction of the Kakhovka dam in June 2023.", ["June 2023"]),
        (
            "Inspectors recall the collapse of the Morandi Bridge in Genoa on August 14, 2018.",
            ["August 14, 2018"],
        ),
        ("The Sept. 11, 2001, terrorist attacks and the Oklahoma City bombing came to mind.", []),
        ("A World War II-era bomber crashed yesterday.", []),
    ],
)
def test_events_are_dated_only_by_their_own_times(store: Store, text: str, dates: list[str]) -> None:
    assert claims(store, text, Shape.EVENT_DATE) == dates


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The 2018 G20 summit, held in Buenos Aires, ended.", ["Buenos Aires"]),
        ("Japan hosted the 2019 G20 summit.", ["Japan"]),
        ("He flew to Osaka for the 2019 G20 summit.", ["Osaka"]),
        ("The 2019 G20 summit worried Moscow.", []),
        ("Fans of the 2016 Summer Olympics in Paris Hilton's house.", []),
    ],
)
def test_events_are_placed_only_where_they_are_said_to_be(store: Store, text: str, places: list[str]) -> None:
    assert claims(store, text, Shape.EVENT_PLACE) == places


SUMMIT = Interval(date(2022, 9, 15), date(2022, 9, 16), Precision.DAY)


@pytest.mark.parametrize(
    ("reading", "boundary", "relation"),
    [
        (month_interval(2022, 9), "during", TimeRelation.AGREES),
        (month_interval(2022, 8), "during", TimeRelation.DIFFERENT),
        (day_interval(date(2022, 9, 17)), "during", TimeRelation.NEAR),
        (day_interval(date(2022, 9, 20)), "during", TimeRelation.DIFFERENT),
        (day_interval(date(2022, 9, 16)), "start", TimeRelation.NEAR),
        (year_interval(2021), "during", TimeRelation.DIFFERENT),
        (
            Interval(date(2022, 9, 1), date(2022, 9, 9), Precision.DAY, approximate=True),
            "during",
            TimeRelation.NEAR,
        ),
    ],
)
def test_times_are_compared_by_their_precision(
    reading: Interval, boundary: str, relation: TimeRelation
) -> None:
    assert compare_times([reading], SUMMIT, boundary) is relation


def test_all_readings_must_disagree() -> None:
    assert compare_times([year_interval(2020), year_interval(2022)], SUMMIT, "during") is TimeRelation.AGREES
    assert compare_times([], SUMMIT, "during") is TimeRelation.UNKNOWN
    assert compare_times([year_interval(2022)], None, "during") is TimeRelation.UNKNOWN


@pytest.mark.parametrize(
    ("claimed", "relation"),
    [
        (["place/hiroshima"], PlaceRelation.EQUAL),
        (["country/japan"], PlaceRelation.INSIDE),
        (["place/nagasaki"], PlaceRelation.ELSEWHERE),
        (["place/higashihiroshima-jp"], PlaceRelation.NEAR),
        (["country/china"], PlaceRelation.DIFFERENT),
        (["country/china", "place/hiroshima"], PlaceRelation.EQUAL),
        (["place/nowhere"], PlaceRelation.UNKNOWN),
    ],
)
def test_places_are_compared_by_what_lies_in_what(
    store: Store, claimed: list[str], relation: PlaceRelation
) -> None:
    facts = store.facts("edition/2023-g7-summit", "located_in")
    assert compare_places(claimed, facts, store) is relation


def test_a_country_that_followed_on_another_does_not_contradict(store: Store) -> None:
    facts = store.facts("edition/1980-summer-olympics", "located_in_country")
    assert compare_places(["country/russia"], facts, store) is PlaceRelation.UNKNOWN
    assert compare_places(["country/france"], facts, store) is PlaceRelation.DIFFERENT


def test_distance() -> None:
    """Paris to London is some 344 km."""
    assert kilometres((48.85, 2.35), (51.51, -0.13)) == pytest.approx(344, abs=3)
