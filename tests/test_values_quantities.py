import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.mention import Hedge, Kind, QuantityMention


def only(text: str) -> QuantityMention:
    found = find_quantities(text)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("counted 1,247 ballots", 1247),
        ("counted 12,34,567 ballots", 1234567),
        ("counted 1 234 567 ballots", 1234567),
        ("one hundred and five ballots", 105),
        ("one hundred five ballots", 105),
        ("twenty-three ballots", 23),
        ("sixty - three ballots", 63),
        ("a dozen eggs", 12),
        ("two dozen eggs", 24),
        ("half a dozen eggs", 6),
        ("half a million voters", 500_000),
        ("a quarter of a million voters", 250_000),
        ("five and a half million voters", 5_500_000),
        ("two million and a half voters", 2_500_000),
        ("one billion and a quarter million voters", 1_000_250_000),
        ("2.3 million voters", 2_300_000),
        ("1.4bn voters", 1_400_000_000),
        ("120k voters", 120_000),
        ("5m people", 5_000_000),
        ("13 lakh voters", 1_300_000),
        ("three lakh crore voters", 3_000_000_000_000),
        ("two hundred and two thousand voters", 202_000),
        ("four thousand and two hundred voters", 4200),
        ("hundred thousand voters", 100_000),
        ("a scale of nine point nought four", 9.04),
        ("a factor of 2.5×10−5 was", 2.5e-5),
        ("minus five points", -5),
        ("the value was −7.5 points", -7.5),
        ("three-hundredths", 0.03),
        ("thirty-two fifths", 6.4),
        ("three twenty-firsts", 3 / 21),
        ("one hundred thirty-fifths", 100 / 35),
        ("three million, two hundred and forty voters", 3_000_240),
    ],
)
def test_numbers_in_digits_and_words(text: str, value: float):
    assert only(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("fell by 4.5 per cent", Kind.PERCENT, 4.5, "percent"),
        ("a one-yen bid", Kind.CURRENCY, 1, "JPY"),
        ("fell by 12%", Kind.PERCENT, 12, "percent"),
        ("a 3½ percent rise", Kind.PERCENT, 3.5, "percent"),
        ("a fine of rupees 500 was paid", Kind.CURRENCY, 500, "INR"),
        ("it was sold for dollar 22.5 million", Kind.CURRENCY, 22_500_000, "USD"),
        ("a week of 70 kilos", Kind.MEASURE, 70, "kg"),
        ("half of one percent of the votes", Kind.PERCENT, 0.5, "percent"),
        ("it was 20 degrees below zero", Kind.MEASURE, -20, "degree"),
        ("took an hour and a half to finish", Kind.MEASURE, 1.5, "hour"),
        ("two miles and a half of road", Kind.MEASURE, 2.5, "mile"),
        ("he is 5' 11\" tall", Kind.MEASURE, 5 + 11 / 12, "foot"),
        ("a loan of 5m EUR", Kind.CURRENCY, 5_000_000, "EUR"),
        ("approx. 40 kg", Kind.MEASURE, 40, "kg"),
        ("the 4x100m relay", Kind.MEASURE, 100, "m"),
        ("a battery of 4,000 mAh", Kind.MEASURE, 4000, "mAh"),
        ("a support of 41% +/- 3%", Kind.PERCENT, 41, "percent"),
        ("rose two percentage points", Kind.PERCENTAGE_POINT, 2, "percentage_point"),
        ("rose 25 basis points", Kind.PERCENTAGE_POINT, 25, "basis_point"),
        ("cost $1.2 trillion", Kind.CURRENCY, 1.2e12, "USD"),
        ("cost US$40m", Kind.CURRENCY, 4e7, "USD"),
        ("cost A$300", Kind.CURRENCY, 300, "AUD"),
        ("cost £1.2m", Kind.CURRENCY, 1.2e6, "GBP"),
        ("cost EUR 125", Kind.CURRENCY, 125, "EUR"),
        ("cost 120 MEUR", Kind.CURRENCY, 1.2e8, "EUR"),
        ("cost 75 USD million", Kind.CURRENCY, 7.5e7, "USD"),
        ("cost 100 million yuan", Kind.CURRENCY, 1e8, "CNY"),
        ("cost 30 million Australian dollars", Kind.CURRENCY, 3e7, "AUD"),
        ("cost 5 million U.S. dollars", Kind.CURRENCY, 5e6, "USD"),
        ("cost Rs 500 crore", Kind.CURRENCY, 5e9, "INR"),
        ("cost 50 cents", Kind.CURRENCY, 50, "cent"),
        ("cost thirteen dollars and forty cents", Kind.CURRENCY, 13.4, "USD"),
        ("spent 20 million pounds", Kind.CURRENCY, 2e7, "GBP"),
        ("a loss of $-12.50", Kind.CURRENCY, -12.5, "USD"),
        ("lost 20 pounds", Kind.MEASURE, 20, "pound"),
        ("ran 5 km", Kind.MEASURE, 5, "km"),
        ("a six-mile trip", Kind.MEASURE, 6, "mile"),
        ("covers 40 sq. mi", Kind.MEASURE, 40, "mile2"),
        ("covers 250 square kilometres", Kind.MEASURE, 250, "km2"),
        ("covers 30 km²", Kind.MEASURE, 30, "km2"),
        ("a 75 m (250 ft) hull", None, None, None),
        ("it was 38 degrees Celsius", Kind.MEASURE, 38, "celsius"),
        ("temperatures of −5C", Kind.MEASURE, -5, "celsius"),
        ("a 6.3-magnitude quake", Kind.MEASURE, 6.3, "magnitude"),
        ("a quake of magnitude 6.3", Kind.MEASURE, 6.3, "magnitude"),
        ("a 1.5 GW plant", Kind.MEASURE, 1.5, "GW"),
        ("half a mile away", Kind.MEASURE, 0.5, "mile"),
        ("a two-and-a-half-year term", Kind.MEASURE, 2.5, "year"),
        ("he is 5 feet 6 inches", Kind.MEASURE, 5.5, "foot"),
        ("he is 6-foot-6", Kind.MEASURE, 6.5, "foot"),
        ("six-foot-six", Kind.MEASURE, 6.5, "foot"),
        ("he is 5'6\"", Kind.MEASURE, 5.5, "foot"),
        ("a 29-year-old", Kind.AGE, 29, "year"),
        ("ten months old", Kind.AGE, 10, "month"),
        ("aged 87", Kind.AGE, 87, "year"),
        ("Mr. Smith, 45, said", Kind.AGE, 45, "year"),
        ("under the age of fifteen", Kind.AGE, 15, "year"),
        ("two-thirds of voters", Kind.FRACTION, 2 / 3, ""),
        ("fell by a third", Kind.FRACTION, 1 / 3, ""),
        ("cut by half since", Kind.FRACTION, 0.5, ""),
        ("the two halves", Kind.COUNT, 2, ""),
        ("more than half of them", Kind.FRACTION, 0.5, ""),
        ("3/4 of them", Kind.FRACTION, 0.75, ""),
        ("one in five voters", Kind.RATIO, 0.2, "share"),
        ("nine out of 10 voters", Kind.RATIO, 0.9, "share"),
        ("a 1-in-10 chance", Kind.RATIO, 0.1, "share"),
        ("the 46th president", Kind.ORDINAL, 46, ""),
        ("his twenty-first term", Kind.ORDINAL, 21, ""),
        ("the first woman", Kind.ORDINAL, 1, ""),
        ("the other 27 NATO members", Kind.COUNT, 27, ""),
        ("for 14 Democrats", Kind.COUNT, 14, ""),
        ("a majority of 170 MPs", Kind.COUNT, 170, ""),
        ("a 16-member council", Kind.COUNT, 16, ""),
        ("there were 12 of them", Kind.CARDINAL, 12, ""),
    ],
)
def test_kind_value_and_unit(text: str, kind: Kind | None, value: float | None, unit: str | None):
    if kind is None:
        assert [(m.value, m.unit) for m in find_quantities(text)] == [(75, "m"), (250, "foot")]
        return
    mention = only(text)
    assert (mention.kind, mention.unit) == (kind, unit)
    assert mention.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "per", "dimension"),
    [
        ("at 20 miles an hour", "mile", "hour", "speed"),
        ("at 110 km/h", "km", "hour", "speed"),
        ("at 60 mph", "mile", "hour", "speed"),
        ("$50 a barrel", "USD", "barrel", "currency/volume"),
        ("$40 per head", "USD", "person", "currency/person"),
        ("500,000 barrels a day", "barrel", "day", "volume/duration"),
        ("441 cases per 100,000", "", "100000", "rate"),
    ],
)
def test_rates(text: str, unit: str, per: str, dimension: str):
    mention = only(text)
    assert (mention.unit, mention.per, mention.dimension) == (unit, per, dimension)


@pytest.mark.parametrize(
    ("text", "kind", "stated", "unit"),
    [
        ("10 to 15 per cent", Kind.PERCENT, (10, 15), "percent"),
        ("5-7 million voters", Kind.COUNT, (5e6, 7e6), ""),
        ("$1.5-2.5 million", Kind.CURRENCY, (1.5e6, 2.5e6), "USD"),
        ("€1.3bn-€1.5bn", Kind.CURRENCY, (1.3e9, 1.5e9), "EUR"),
        ("between 3 and 5 million voters", Kind.COUNT, (3e6, 5e6), ""),
        ("an 8- to 16-metre mirror", Kind.MEASURE, (8, 16), "m"),
        ("1.5-2.0 °C", Kind.MEASURE, (1.5, 2), "celsius"),
        ("from -18 °C to -34 °C", Kind.MEASURE, (-34, -18), "celsius"),
        ("two to three hundred ships", Kind.COUNT, (200, 300), ""),
        ("two or three million voters", Kind.COUNT, (2e6, 3e6), ""),
        ("three or four ships", Kind.COUNT, (3, 4), ""),
        ("aged between 18 and 24", Kind.AGE, (18, 24), "year"),
        ("in his mid-50s", Kind.AGE, (50, 59), "year"),
        ("they won 4-2", Kind.SCORE, (4, 2), ""),
        ("they lost 2-3", Kind.SCORE, (2, 3), ""),
        ("a 5-4 ruling", Kind.SCORE, (5, 4), ""),
        ("passed by 52 to 48 votes", Kind.SCORE, (52, 48), ""),
    ],
)
def test_ranges_and_scores(text: str, kind: Kind, stated: tuple[float, float], unit: str):
    mention = only(text)
    assert (mention.kind, mention.stated, mention.unit) == (kind, pytest.approx(stated), unit)
    assert mention.value is None


def test_a_change_is_no_range():
    found = find_quantities("Inflation rose from 4 to 5 per cent.")
    assert [(m.value, m.unit) for m in found] == [(4, "percent"), (5, "percent")]


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("1,247 ballots", Hedge.NONE, 1247, 1247),
        ("2.3 million ballots", Hedge.NONE, 2_250_000, 2_350_000),
        ("300 ballots", Hedge.NONE, 270, 330),
        ("a share of 12 percent", Hedge.NONE, 11.5, 12.5),
        ("about 50 ballots", Hedge.ABOUT, 45, 55),
        ("some 50 ballots", Hedge.ABOUT, 45, 55),
        ("40-odd ballots", Hedge.ABOUT, 36, 44),
        ("nearly 50 ballots", Hedge.NEARLY, 45, 50),
        ("more than 50 ballots", Hedge.MORE_THAN, 50, None),
        ("upwards of $6,000", Hedge.MORE_THAN, 6000, None),
        ("at least 50 ballots", Hedge.AT_LEAST, 50, None),
        ("50 or more ballots", Hedge.AT_LEAST, 50, None),
        ("50+ ballots", Hedge.AT_LEAST, 50, None),
        ("two million-plus ballots", Hedge.AT_LEAST, 2_000_000, None),
        ("fewer than 50 ballots", Hedge.LESS_THAN, None, 50),
        ("up to 50 ballots", Hedge.AT_MOST, None, 50),
        ("no more than 50 ballots", Hedge.AT_MOST, None, 50),
        ("as many as 50 ballots", Hedge.AT_MOST, None, 50),
        ("dozens of ballots", Hedge.ORDER, 12, None),
        ("hundreds of thousands of ballots", Hedge.ORDER, 100_000, None),
        ("several hundred ballots", Hedge.ORDER, 100, None),
        ("a couple of ballots", Hedge.ABOUT, 1, 3),
        ("shot up to 15 percent", Hedge.NONE, 14.5, 15.5),
        ("over three years", Hedge.NONE, 2.5, 3.5),
        ("open for over three years", Hedge.MORE_THAN, 3, None),
        ("it is over two hours long", Hedge.MORE_THAN, 2, None),
        ("over 80 years old", Hedge.MORE_THAN, 80, None),
        ("in her 50's", Hedge.NONE, 50, 59),
    ],
)
def test_hedges_and_rounding_are_bounds(text: str, hedge: Hedge, low: float | None, high: float | None):
    mention = only(text)
    assert (mention.hedge, mention.low, mention.high) == (hedge, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 vanished", "a Boeing 737 crashed", "under Article 5", "on 9/11", "an F-16 jet", "of COVID-19",
        "the G20 summit", "along Route 66", "in Chapter 11", "open 24/7", "a Catch-22", "One Direction sang",
        "the Gang of Eight", "the Gang of 22", "Articles 5, 6 and 7", "Rules 2 and 8", "phase two", "a gang of eight", "both 1) to sleep", "two-handed", "No. 10", "page 12", "Super Bowl 50", "Apollo 13", "Windows 10",
        "10 Downing Street", "1600 Pennsylvania Avenue", "Springfield, VA 22150", "call 555-0123",
        "call 1-800-555-0199", "(202) 555-0143", "ISBN 978-0-306-40615-7", "version 2.0.1", "@user123 wrote",
        "see https://example.org/2019/04/25", "410 U.S. 113", "42 U.S.C. 1983", "Formula 1", "5G phones", "H1N1",
        "in 2018", "since 1999", "from 2009 to 2017", "in the 1990s", "the '60s", "2016-17", "on May 5",
        "5 May", "Feb. 4", "May 5-7", "the 5th of May", "May 4th", "3/4/2018", "at 10:30", "at 5 p.m.", "at 2pm",
        "1354 UTC", "200 BC", "the 21st century", "two years ago", "25 to 35 years later", "a year or two later",
        "nineteen eighty-four", "one another", "one of the best", "no one knew", "at first sight", "First, it rained",
        "the First Amendment", "the Second World War", "the first lady", "a second later", "the second half",
        "the second-to-last day", "the third to last race",
        "half asleep", "only half done", "third-party apps", "zero tolerance", "(1) to begin",
    ],
)  # fmt: skip
def test_numbers_that_are_no_quantity(text: str):
    assert [mention.text for mention in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("cost $5", "AUD"),
        ("weighs 20 pounds", "GBP"),
        ("spent 3 million pounds", "pound"),
        ("5 million rupees", "PKR"),
    ],
)
def test_other_units_that_the_words_may_mean(text: str, also: str):
    assert also in only(text).also


def test_spans_count_from_the_offset():
    text = "Nearly 3.5 million people fled."
    mention = find_quantities(text, offset=100)[0]
    assert mention.span.of(" " * 100 + text) == mention.text == "Nearly 3.5 million people"
    assert mention.number.of(" " * 100 + text) == "3.5 million"
    assert mention.unit_span is not None
    assert mention.unit_span.of(" " * 100 + text) == "people"


def test_several_in_one_sentence():
    text = "Of the 435 members, 218 voted for the $2bn bill, a 5 percent rise; 2 abstained."
    assert [m.value for m in find_quantities(text)] == [435, 218, 2e9, 5, 2]


def test_a_count_after_a_date_is_read():
    assert only("On May 4, 12 people died").value == 12


def test_admits_takes_the_ends_in():
    mention = only("between 3 and 5 ships")
    assert [mention.admits(value) for value in (2, 3, 5, 6)] == [False, True, True, False]


WORDS = (
    "one two hundred thousand million half a third and - – / . , 5 1,247 2.3 12 $ £ % km °C per to between in of "
    "first 21st over about or more ' \" ( ) 2018 May 9/11 years old e10 × ½ U . S . ٣ 1e400"
)
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_any_sequence_is_read_with_spans_inside(pieces: list[str], joint: str):
    text = joint.join(pieces)
    place = 0
    for mention in find_quantities(text):
        assert place <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.text
        place = mention.number.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str):
    for mention in find_quantities(text):
        assert mention.span.of(text) == mention.text


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("lots of one thousand, two hundred and three million", [1000, 203_000_000]),
        ("worth $14 trillion and third in the list", [14e12]),
        ("in dollars 20 percent higher", [20]),
        ("at 9 am and at 9 pm", []),
        ("a year and a half ago", []),
        ("a 4x4 car that is 3x faster", []),
        ("a rug of 5x10 metres", [5, 10]),
        ("fell 10 percent to $90 million", [10, 90_000_000]),
        ("$2.0 billion a year earlier", [2_000_000_000]),
    ],
)
def test_numbers_side_by_side_are_kept_apart(text: str, stated: list[float]):
    assert [mention.value for mention in find_quantities(text)] == stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("It cost quarter million dollars.", [250_000.0]),
        ("The quarter ended.", []),
        ("a quarter-million people", [250_000.0]),
    ],
)
def test_a_quarter_of_a_scale(text: str, stated: list[float]) -> None:
    assert [mention.stated[0] for mention in find_quantities(text)] == stated
