"""The whole pipeline on single sentences: what is flagged, what is supported, what is left alone."""

import pytest

from claims.records import Reason, Shape, Verdict
from claims.settings import Settings
from conftest import Check, flags, summary
from flows.read_settings import read_settings

FOUNDING = (
    "The two men had last met in person when Russian President Vladimir Putin travelled to China for the "
    "opening ceremony of the 2020 Winter Olympics."
)


def test_the_founding_case(check: Check) -> None:
    checked = check(FOUNDING, "2022-12-30")
    (flag,) = flags(checked)
    assert (flag.span.of(FOUNDING), flag.verdict, flag.reason) == (
        "2020 Winter Olympics",
        Verdict.MISMATCH,
        Reason.NO_SUCH_EDITION,
    )
    assert [r.replacement for r in flag.repairs][:2] == ["2022 Winter Olympics", "2020 Summer Olympics"]
    evidence = " | ".join(fact.text for fact in flag.facts)
    assert "Beijing" in evidence
    assert "4 February 2022" in evidence
    assert flag.confidence > 0.9
    assert ("office", "Russian President Vladimir Putin", "supported") in summary(checked)


def test_the_founding_case_without_a_date(check: Check) -> None:
    (flag,) = flags(check(FOUNDING))
    assert flag.repairs[0].replacement == "2022 Winter Olympics"


def test_applying_the_first_repair_settles_it(check: Check) -> None:
    (flag,) = flags(check(FOUNDING, "2022-12-30"))
    repair = flag.repairs[0]
    mended = FOUNDING[: repair.span.start] + repair.replacement + FOUNDING[repair.span.end :]
    checked = check(mended, "2022-12-30")
    assert flags(checked) == []
    assert ("edition", "2022 Winter Olympics", "supported") in summary(checked)


def test_another_true_reading_is_not_flagged(check: Check) -> None:
    text = FOUNDING.replace("2020 Winter", "2020 Summer").replace("China", "Japan")
    assert flags(check(text, "2022-12-30")) == []


FLAGGED = [
    # text, date, span, first repair
    ("The 2019 Winter Olympics were a success.", "2020-01-10", "2019 Winter Olympics", "2018 Winter Olympics"),
    ("She won gold at the 2014 Beijing Winter Olympics.", "2022-03-01", "2014 Beijing Winter Olympics", "2022 Beijing Winter Olympics"),
    ("The Berlin Wall's fall on November 9, 1988, ended an era.", "2019-11-10", "November 9, 1988", "November 9, 1989"),
    ("World War II began in 1940.", "2015-05-01", "1940", "1939"),
    ("The 2019 G20 summit was held in China.", "2020-02-01", "2019 G20 summit was held in China", "Japan"),
    ("French President Angela Merkel said on Tuesday that talks would go on.", "2018-03-01", "French President Angela Merkel", "Emmanuel Macron"),
    ("On Monday, British Prime Minister David Cameron said he would travel.", "2018-03-01", "British Prime Minister David Cameron", "Theresa May"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "span", "repair"), FLAGGED)
def test_errors_are_flagged_with_a_repair(
    check: Check, text: str, published: str, span: str, repair: str
) -> None:
    (flag,) = flags(check(text, published))
    assert flag.span.of(text) == span
    assert flag.repairs[0].replacement == repair
    assert flag.facts
    assert all(fact.source for fact in flag.facts)
    assert flag.explanation.endswith(".")


@pytest.mark.parametrize(("text", "published", "span", "repair"), FLAGGED)
def test_an_applied_repair_is_not_flagged_again(
    check: Check, text: str, published: str, span: str, repair: str
) -> None:
    (flag,) = flags(check(text, published))
    edit = flag.repairs[0]
    assert flags(check(text[: edit.span.start] + edit.replacement + text[edit.span.end :], published)) == []


SUPPORTED = [
    ("The 2020 Summer Olympics opened in Tokyo.", "2021-08-01", Shape.EDITION, "2020 Summer Olympics"),
    ("Few watched the 2021 Summer Olympics.", "2021-09-01", Shape.EDITION, "2021 Summer Olympics"),
    ("The leaders met in September on the sidelines of the SCO meeting in Uzbekistan.", "2022-12-30", Shape.EVENT_PLACE, "Uzbekistan"),
    ("The leaders met in September on the sidelines of the SCO meeting in Uzbekistan.", "2022-12-30", Shape.EVENT_DATE, "September"),
    ("Prices rose after Moscow's invasion last February.", "2022-12-30", Shape.EVENT_DATE, "last February"),
    ("World War II ended in 1945.", "2015-05-01", Shape.EVENT_DATE, "1945"),
    ("Former British Prime Minister David Cameron spoke.", "2018-03-01", Shape.OFFICE, "Former British Prime Minister David Cameron"),
    ("Xi Jinping, China's president, spoke.", "2018-03-01", Shape.OFFICE, "Xi Jinping, China's president"),
    ("Acting Defense Secretary Patrick Shanahan spoke.", "2019-03-01", Shape.OFFICE, "Acting Defense Secretary Patrick Shanahan"),
    ("In 2010, Russian President Dmitry Medvedev signed it.", "2018-03-01", Shape.OFFICE, "Russian President Dmitry Medvedev"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "shape", "span"), SUPPORTED)
def test_true_statements_are_supported(
    check: Check, text: str, published: str, shape: Shape, span: str
) -> None:
    checked = check(text, published)
    assert flags(checked) == []
    assert (str(shape), span, "supported") in summary(checked)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The 2019 Special Olympics drew thousands.", "2020-01-01"),
        ("He won gold at the 2019 Olympic trials.", "2020-01-01"),
        ("Chicago made a bid for the 2015 Olympics bid book.", "2016-01-01"),
        ("There was no 2020 Winter Olympics.", "2022-01-01"),
        ("Correction: an earlier version spoke of the 2020 Winter Olympics.", "2022-03-01"),
        ("If a French President Angela Merkel had said so on Tuesday, nobody would mind.", "2018-03-01"),
        ("Deputy Prime Minister David Cameron said on Monday.", "2018-03-01"),
        ("President Obama's health law is back in court, it was said on Tuesday.", "2018-06-01"),
        ("California Attorney General Kamala Harris said on Monday.", "2018-06-01"),
        ("Emmanuel Macron, German Chancellor Angela Merkel and others met on Monday.", "2018-06-01"),
        ("Carl Lynch, president of the club, spoke on Monday.", "2018-06-01"),
        ("His support of the Trans-Pacific Partnership in 2014 is well known.", "2016-07-01"),
        (
            "In a speech on the anniversary of the Boston Marathon bombing last April, she spoke.",
            "2015-02-18",
        ),
        ("Moscow said on Monday that Washington was wrong.", "2018-06-01"),
        ("Prime Minister Keir Starmer said on Monday.", "2026-10-01"),
    ],
)
def test_what_looks_wrong_and_is_not_is_left_alone(check: Check, text: str, published: str) -> None:
    assert flags(check(text, published)) == []


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("Prices rose after Moscow's invasion last February.", None, Reason.TIME_UNKNOWN),
        ("Russian President Vladimir Putin spoke.", None, Reason.TIME_UNKNOWN),
        ("The 2050 Winter Olympics are far off.", "2022-01-01", Reason.NOT_CLOSED),
        ("French President Angela Merkel said on Tuesday.", "2026-10-01", Reason.AFTER_AS_OF),
        ("Will there be a 2020 Winter Olympics?", "2022-01-01", Reason.NOT_ASSERTED),
        (
            "The annexation by Narnia of Sudan, Sudan's annexation in 2014, failed.",
            "2016-01-01",
            Reason.NO_ENTITY,
        ),
    ],
)
def test_silence_has_a_reason(check: Check, text: str, published: str | None, reason: Reason) -> None:
    checked = check(text, published)
    assert flags(checked) == []
    assert reason in {finding.reason for finding in checked.findings}


def test_a_quoted_error_is_flagged_with_its_voice(check: Check) -> None:
    text = "“I cheered for two weeks at the 2020 Winter Olympics in the mountains,” the mayor said."
    (flag,) = flags(check(text, "2022-12-30"))
    assert str(flag.claim.voice) == "quoted"


def test_a_threshold_turns_doubtful_flags_into_low_confidence(check: Check) -> None:
    checked = check(FOUNDING, "2022-12-30", Settings(min_confidence=1.0))
    assert flags(checked) == []
    assert Reason.LOW_CONFIDENCE in {finding.reason for finding in checked.findings}


def test_both_working_points_together_show_the_surest_of_the_sure(check: Check) -> None:
    text = f"{FOUNDING} World War II began in 1940. World War I ended in 1921."
    sure = sorted((flag.confidence for flag in flags(check(text, "2022-12-30"))), reverse=True)
    assert len(sure) == 3
    assert sure[0] > sure[-1]
    surest = read_settings([f"min_confidence={sure[0]}"], 0.95, 1000.0)
    assert [flag.confidence for flag in flags(check(text, "2022-12-30", surest))] == sure[:1]
    one = read_settings([], 0.95, 1.0)  # of less than 1,000 words one flag is left
    assert [flag.confidence for flag in flags(check(text, "2022-12-30", one))] == sure[:1]
    assert flags(check(text, "2022-12-30", read_settings(["min_confidence=1"], 0.95, 1.0))) == []


def test_findings_do_not_depend_on_what_was_checked_before(check: Check) -> None:
    first = check(FOUNDING, "2022-12-30")
    check("World War II began in 1940.", "2015-05-01")
    assert check(FOUNDING, "2022-12-30") == first


def test_coverage_counts_what_could_not_be_judged(check: Check) -> None:
    coverage = check(FOUNDING).coverage
    assert (coverage.sentences, coverage.claims, coverage.judged) == (1, 3, 2)
    assert dict(coverage.not_judged) == {"no_fact": 1}


def test_an_article_without_claims_has_no_findings(check: Check) -> None:
    checked = check("The cat sat on the mat.", "2022-01-01")
    assert (checked.findings, checked.coverage.claims) == ((), 0)
