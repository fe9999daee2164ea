"""What follows from dates and sums of a store of one's own: lengths, ages at a time, careers, takings, times left open on a side."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claims.check import check_article
from claims.records import Article, Reason, Verdict
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from small_home import write_home

DAY = date(2019, 6, 1)
RECORD = 'name = "own"\ntitle = "A pack of one\'s own"\nproducer = "a test"\nlicence = "CC0-1.0"\naccessed = 2026-11-27\n'
ENTITIES = """country/japan,country,Japan
country/united-states,country,United States
org/tideway-water,org,Tideway Water
person/ada-quill,person,Ada Quill
person/ben-marsh,person,Ben Marsh
person/the-harrows,person,The Harrows
place/denver,place,Denver
place/tideway,place,Tideway
work/the-long-pier,work,The Long Pier
country/quay,country,Quay Province
"""
FACTS = """person/ada-quill,active,,1990,,2019-12,,
person/ada-quill,born,,1960-11-20,1960-11-20,,,
person/ada-quill,born_in,place/denver,,,,,
person/ada-quill,children,3,,,2019-12,,
person/ada-quill,married_to,person/ben-marsh,1985,1995,,,
person/ada-quill,marriages,2,,,2019-12,,
person/ada-quill,sole_bearer,yes,,,,,
person/ada-quill,stature,1.8,,,,,
person/ben-marsh,born,,1930-02-01,1930-02-01,,,
person/ben-marsh,died,,2001-05-01,2001-05-01,,,
person/ben-marsh,military_service,,1950,1954,,,
person/ben-marsh,sole_bearer,yes,,,,,
person/the-harrows,active,,1975,1984,,,
person/the-harrows,active,,1995,,2019-12,,
person/the-harrows,sole_bearer,yes,,,,,
place/denver,in_country,country/united-states,,,,,
place/tideway,elevation,120,,,,,
place/tideway,settled,,1850,1850,,,
place/tideway,sole_bearer,yes,,,,,
country/quay,density,200,,,2019-12,,
country/quay,sole_bearer,yes,,,,,
org/tideway-water,employees,300,,,2019-12,,
org/tideway-water,founded,,1920,1920,,,
org/tideway-water,sole_bearer,yes,,,,,
work/the-long-pier,box_office,90000000,,,,,
work/the-long-pier,budget,30000000,,,,,
work/the-long-pier,country_of_origin,country/united-states,,,,,
work/the-long-pier,recorded,,2000,2003,,,
work/the-long-pier,released,,2004-08-20,2004-08-20,,,
work/the-long-pier,running_time,132,,,,,
work/the-long-pier,sole_bearer,yes,,,,,
"""
WRONG = [
    # sentence, predicate
    ("Ada Quill has been active for over 40 years.", "years_active"),
    ("Ada Quill has been performing for more than 35 years.", "years_active"),
    ("Ada Quill has been working as a comedian for over 40 years.", "years_active"),
    ("The Harrows have been active for more than 45 years in total.", "years_active"),
    ("The Harrows were continuously active for over three decades.", "years_active"),
    ("The Harrows' career has spanned nine decades.", "years_active"),
    ("The Harrows have performed without a break since 1975.", "active"),
    ("Ada Quill was married to Ben Marsh for over 15 years.", "years_married"),
    ("Ada Quill has been married four times.", "marriages"),
    ("Ada Quill has five children.", "children"),
    ("Ada Quill is shorter than 5 feet.", "stature"),
    ("Ada Quill started performing when she was 15.", "age_at_debut"),
    ("Ada Quill married Ben Marsh when she was 32 years old.", "age_at_marriage"),
    ("Ada Quill started her career in the 1970s.", "debut"),
    ("Ada Quill retired from the stage in 2005.", "activity_ended"),
    ("Ada Quill was born before 1950.", "born"),
    ("Ada Quill was born after 1970.", "born"),
    ("Ada Quill was born in the spring of 1960.", "born"),
    ("The spring of 1960 is when Ada Quill was born.", "born"),
    ("Ada Quill is in her 40s.", "age"),
    ("Ben Marsh died in his 50s.", "age"),
    ("Ben Marsh was 90 years old when he died.", "age"),
    ("Ben Marsh lived until he was 85.", "age"),
    ("Ben Marsh was in the army for over 10 years.", "years_serving"),
    ("Tideway was settled in the 17th century.", "settled"),
    ("Tideway has an elevation of over 900 metres.", "elevation"),
    ("Quay Province has a population density of more than 2,000 people per square mile.", "density"),
    ("Tideway Water has fewer than 100 employees.", "employees"),
    ("Tideway Water was founded over 150 years ago.", "founded"),
    ("Tideway Water is a private company that was founded in 1960.", "founded"),
    ("The Long Pier runs for less than two hours.", "running_time"),
    ("The Long Pier cost over $60 million to make.", "budget"),
    ("The Long Pier made $90 million more than its budget.", "profit"),
    ("The Long Pier earned more than 5 times its budget.", "times_budget"),
    ("The Long Pier was released in the winter of 2004.", "released"),
    ("The Long Pier took more than 10 years to record.", "years_recording"),
    ("The Long Pier has been available for over 40 years.", "years_old"),
]
RIGHT = [
    "Ada Quill has been active for almost 30 years.",
    "Ada Quill has been performing for over 25 years.",
    "Ada Quill has been working with the troupe for 5 years.",
    "Ada Quill was active in the union for 5 years.",
    "Ada Quill acted in the city for two years.",
    "The Harrows have been active for more than 30 years in total.",
    "The Harrows were active for over 40 years.",
    "The Harrows' career has spanned five decades.",
    "The Harrows have performed without a break since 1996.",
    "Ada Quill was married to Ben Marsh for ten years.",
    "Ada Quill has been married twice and has three children.",
    "Ada Quill is taller than 5 feet.",
    "Ada Quill started performing when she was 29.",
    "Ada Quill started performing in her 30s.",
    "Ada Quill married Ben Marsh when she was 24 years old.",
    "Ada Quill started her career in the 1990s.",
    "Ada Quill retired from the board in 2019.",
    "Ada Quill was born before 1970 and after 1950.",
    "Ada Quill was born after 1960 had begun.",
    "Ada Quill was born in the fall of 1960.",
    "Ada Quill is in her 50s and over 50 years old.",
    "Ben Marsh died in his 70s.",
    "Ben Marsh was 71 years old when he died.",
    "Ben Marsh was in the army for about 4 years.",
    "Tideway was settled in the 19th century, over 160 years ago.",
    "Tideway has an elevation of over 100 metres.",
    "Quay Province has a population density of more than 500 people per square mile.",
    "Tideway Water has more than 250 employees.",
    "Tideway Water was founded about 100 years ago.",
    "Tideway Water is the rival of a company that was founded in 1960.",
    "The Long Pier runs for more than two hours.",
    "The Long Pier cost over $25 million to make.",
    "The Long Pier made $60 million more than its budget.",
    "The Long Pier earned 3 times its budget.",
    "The Long Pier was released in the summer of 2004.",
    "The Long Pier took about 3 years to record.",
    "The Long Pier is about 15 years old.",
    "It is not true that Ada Quill has been active for over 40 years.",
]
Judge = Callable[[str], list[tuple[str, Verdict, Reason]]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    folder = tmp_path_factory.mktemp("derived")
    store = _store(folder, write_home(folder / "home"))

    def check(text: str) -> list[tuple[str, Verdict, Reason]]:
        article = Article("a", text, "a", published=DAY)
        findings = check_article(article, store, FakeEncoder(), Settings()).findings
        return [(finding.claim.predicate, finding.verdict, finding.reason) for finding in findings]

    return check


def _store(folder: Path, home: Path) -> Store:
    pack = home / "packs" / "own"
    pack.mkdir()
    (pack / "pack.toml").write_text(RECORD, encoding="utf-8")
    (pack / "entities.csv").write_text(
        "\n".join(["id,kind,name", *sorted(ENTITIES.splitlines())]) + "\n", encoding="utf-8"
    )
    header = "subject,predicate,value,valid_from,valid_to,as_of,status,note"
    (pack / "facts.csv").write_text("\n".join([header, *sorted(FACTS.splitlines())]) + "\n", encoding="utf-8")
    return open_store(build_store(FakeEncoder(), folder / "facts.duckdb", home))


@pytest.mark.parametrize(("sentence", "predicate"), WRONG, ids=[sentence for sentence, _ in WRONG])
def test_what_cannot_be_is_flagged(judge: Judge, sentence: str, predicate: str) -> None:
    flags = [name for name, verdict, _ in judge(sentence) if verdict in (Verdict.MISMATCH, Verdict.OUTDATED)]
    assert flags == [predicate]


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_may_be_is_not(judge: Judge, sentence: str) -> None:
    assert not [one for one in judge(sentence) if one[1] in (Verdict.MISMATCH, Verdict.OUTDATED)]
