"""Events told by a verb, and meetings told by who met: what is flagged, and what must stay silent."""

import pytest

from conftest import Check, flags

FLAGGED = [
    ("The Chernobyl reactor blew up in April 1985.", "April 1985"),
    ("The Taliban took Kabul in August 2022.", "August 2022"),
    ("The Berlin Wall, which fell in 1990, is gone.", "1990"),
    ("The tanks rolled into Tiananmen Square on the night of June 3, 1988.", "June 3, 1988"),
    ("Donald Trump met Kim Jong Un in Singapore in 2019.", "Singapore in 2019"),
    ("Donald Trump and Kim Jong Un held their first summit in Hanoi on June 12, 2018.", "Hanoi"),
    ("At their summit in Riga in July 2023, NATO leaders spoke of drones.", "Riga"),
    ("Flags flew for John F. Kennedy, assassinated in Houston on November 22, 1963.", "Houston"),
    ("They checked roads after the collapse of the Morandi Bridge in Turin on August 14, 2018.", "Turin"),
    ("Italy had waited for gold since the 2010 Winter Olympics in Turin.", "2010 Winter Olympics in Turin"),
    ("German Chancellor Angela Merkel, in office since 2003, agreed.", "2003"),
    ("Soldiers left before the fall of Saigon in April 1974.", "April 1974"),
    ("The Rainbow Warrior was sunk in Wellington on July 10, 1985.", "Wellington"),
    ("The King's Cross fire of November 1988 killed 31 people.", "November 1988"),
    ("The Trump-Putin summit in Canada on July 16, 2018, was short.", "Canada"),
    # An edition as a whole in another city; large cities near each other; a noun after the name; the likeliest time.
    ("The 1964 Olympics in Osaka changed Japan.", "Osaka"),
    ("The COP26 climate summit in Edinburgh ended with a deal on coal.", "Edinburgh"),
    ("South Africa won the 2019 Rugby World Cup in New Zealand.", "2019 Rugby World Cup in New Zealand"),
    ("The 2018 Asian Games in Bangkok were opened by Joko Widodo.", "2018 Asian Games in Bangkok"),
    ("Russia launched its full-scale invasion on March 24, 2022.", "March 24, 2022"),
    ("The earthquake struck Turkey and Syria on March 6, 2023.", "March 6, 2023"),
    ("Super Bowl XLIX was played in Miami in February 2015.", "Miami"),
    # A time among the words that tell it, two days off; which final, by its day; who shook hands.
    ("Britain voted on June 25, 2016, to leave the European Union.", "June 25, 2016"),
    ("Ten years ago, on 15 August 2008, Lehman Brothers went bankrupt.", "15 August 2008"),
    ("The plane, flight MH17, was shot down over eastern Ukraine in July 2013.", "July 2013"),
    ("The 2016 Summer Olympics opened at the Maracana on August 15.", "August 15"),
    ("Iran and six world powers signed the nuclear deal in Geneva on July 14, 2015.", "Geneva"),
    ("Donald Trump and Kim Jong Un shook hands in Bangkok on June 12, 2018.", "Bangkok"),
    ("Spain beat England in the Women's World Cup final in Auckland on August 20, 2023.", "Auckland"),
    # What the sentence before named.
    ("The 2022 G20 summit ended with a dinner. The summit, held in Manila, condemned the war.", "Manila"),
    ("Italy beat England in the European Championship final on July 11, 2021. The final was played in Munich.", "Munich"),
    # A year that is part of the event's name.
    ("In the 1994 Oklahoma City bombing, 168 people died.", "1994"),
    ("They fear a repeat of the 2007 Deepwater Horizon explosion, the worst spill.", "2007"),
    ("During the 1969 Six-Day War, Israel occupied East Jerusalem.", "1969"),
    ("Oil doubled after the 1992 Iraqi invasion of Kuwait.", "1992"),
    ("The 2014 Paris Agreement is a bargain among nations.", "2014"),
    ("As mayor of London from 2008 to 2014, Boris Johnson rode a bicycle.", "from 2008 to 2014"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span"), FLAGGED)
def test_what_does_not_fit_is_flagged(check: Check, text: str, span: str) -> None:
    assert [flag.span.of(text) for flag in flags(check(text, "2024-06-01"))] == [span]


SILENT = [
    # Another one of the kind, and two of them before.
    "The G20 summit in Bali is over. The summit of ministers was held in Manila.",
    "The 2022 G20 summit followed the 2022 NATO summit. The summit was held in Manila.",
    # It was due in 2015, and held in 2014.
    "Petro Poroshenko spoke of the 2015 Ukrainian presidential election.",
    # A day off, a report of the day after, and what other contests of the name do on other days.
    "Britain voted on June 24, 2016, to leave the European Union.",
    "The vote of June 25, 2016, on whether to leave the club was close.",
    "Three years ago this month, Lehman Brothers was sold again.",
    "Spain beat England in a Women's World Cup final in Auckland.",
    "Ann Poe and Donald Trump shook hands in Bangkok on June 12, 2018.",
    "Qatar was awarded the 2022 World Cup in 2010.",
    "Russia won the 2018 World Cup in a vote in Zurich.",
    "She sailed at the 2012 Olympics in Weymouth.",
    "Brazil won the 2016 Olympics in Copenhagen in 2009.",
    "She won gold at the 2017 Southeast Asian Games.",
    "The football at the 2016 Olympics in Manaus was dull.",
    # The year is that of what the event's name stands before, of a treaty's later steps, or of a namesake.
    "The 1997 Oklahoma City bombing trial was held in Denver.",
    "A judge met the 2014 Boston Marathon bombing suspect.",
    "Ministers praised the 2016 Paris Agreement.",
    "The 1955 Korean War cease-fire line is watched.",
    "Obama's 2013 nuclear deal with Iran lasted six months.",
    "The 2005 Bali bombings killed 20 people.",
    "The 2021 Haiti earthquake killed 2,200 people.",
    "The fall of Baghdad in 1917 gave the British the city.",
    "The Nepal earthquake in 1934 killed thousands.",
    # The verb is said of somebody else.
    "John Lennon's son was shot in 1990.",
    "Nelson Mandela's lawyer died in 2015.",
    "The widow of John Lennon was shot in 1990.",
    "The soprano, who sang with Freddie Mercury, died in 2018.",
    "Pope Francis said that the bishop died in 2013.",
    # A name that several events share, on no day of any of them, or on that of one and where it was.
    "The Trump-Putin summit in Canada on July 26, 2018, was short.",
    "The Trump-Putin summit in Helsinki on July 16, 2018, was short.",
    "The Rainbow Warrior was sunk in Auckland harbour in July 1985.",
    # Who is angry, and what began, was somewhere else or at another time.
    "Anger at the killing of George Floyd in Paris brought thousands to the square in 2020.",
    "Outrage at the attack on Pearl Harbor in Chicago was great.",
    "The truce talked of before the G20 summit in Buenos Aires began in 2017.",
    # Another fall, and a model ship.
    "Saigon fell to the French in February 1859.",
    "A replica Bismarck was sunk in a tank in Hamburg in 1960 for the film.",
    # Leaders meet more often than any list knows, and others meet for them.
    "Donald Trump met Vladimir Putin in Paris in November 2018.",
    "Moon Jae-in met Kim Jong Un in Panmunjom in May 2018.",
    "Donald Trump shook hands at Panmunjom on June 30, 2019 with Kim Jong Un, months after their summit in Hanoi.",
    "Aides of Donald Trump met those of Kim Jong Un in Stockholm on June 12, 2018.",
    # Who qualified for the Games did so elsewhere, and what might have been was not.
    "She had not raced since the 2012 Olympics in Boston.",
    "The 2016 Olympics in Madrid would have been cheaper.",
    # What is said fits.
    "The Chernobyl reactor blew up in April 1986.",
    "Donald Trump met Kim Jong Un in Singapore in 2018.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_right_is_not_flagged(check: Check, text: str) -> None:
    assert flags(check(text, "2024-06-01")) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Two million people have fled since Russia invaded Ukraine on February 14.", "mismatch"),
        ("Russia launched its full-scale invasion of Ukraine on March 24.", "mismatch"),
        ("Since Russia's invasion of Ukraine on January 24, millions have fled.", "mismatch"),
        ("Two million people have fled since Russia invaded Ukraine on February 24.", "supported"),
        ("Russia launched its full-scale invasion of Ukraine on February 24.", "supported"),
    ],
)
def test_the_day_of_an_act_is_that_of_its_beginning(check, text: str, verdict: str) -> None:
    """Not any day of what it began."""
    found = [f for f in check(text, "2022-12-20").findings if f.claim.predicate == "took_place"]
    assert {str(f.verdict) for f in found} == {verdict}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Neil Armstrong walked on the Moon in July 1968.", "mismatch"),
        ("Lehman Brothers went bankrupt in September 2009.", "mismatch"),
        ("Britain voted to leave the European Union on May 23, 2016.", "mismatch"),
        ("Martin Luther King was assassinated in 1967.", "mismatch"),
        ("Lehman Brothers went bankrupt in September 2008.", "supported"),
        ("Twenty years after the twin towers fell, in 2021, the troops left.", "not_enough_info"),
    ],
)
def test_events_are_known_by_what_clauses_tell(check, text: str, verdict: str) -> None:
    found = [f for f in check(text, "2022-12-20").findings if f.claim.predicate == "took_place"]
    assert {str(f.verdict) for f in found} == {verdict}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Nelson Mandela died in December 2014.", "died"),
        ("Ghana became independent in 1958.", "independence"),
    ],
)
def test_one_error_is_one_flag(check, text: str, predicate: str) -> None:
    """Though the store has it as an event, too."""
    flagged = [f.claim.predicate for f in check(text, "2022-12-20").findings if f.is_flag]
    assert flagged == [predicate]


def test_a_time_set_off_after_what_it_follows_is_that_of_something_else(check) -> None:
    text = "The memorial was built after the Battle of Verdun, in 1932."
    assert not any(f.is_flag for f in check(text, "2022-12-20").findings)
