"""A small home of packs, so that tests of refreshing do not change with the project's own facts."""

import shutil
from pathlib import Path

from claims.store.packs import packs_home

ENTITIES = """id,kind,name
country/china,country,China
country/france,country,France
country/russia,country,Russia
country/ukraine,country,Ukraine
country/united-kingdom,country,United Kingdom
edition/2022-winter-olympics,edition,2022 Winter Olympics
edition/2022-sco-summit,edition,2022 SCO summit
event/russian-invasion-of-ukraine,event,Russian invasion of Ukraine
office/president-of-france,office,President of France
office/president-of-russia,office,President of Russia
org/european-union,org,European Union
org/united-nations,org,United Nations
person/emmanuel-macron,person,Emmanuel Macron
person/john-smith,person,John Smith
person/vladimir-putin,person,Vladimir Putin
place/beijing,place,Beijing
series/winter-olympics,series,Winter Olympics
title/president,title,president
"""
FACTS = """subject,predicate,value,valid_from,valid_to,as_of,status,note
edition/2022-sco-summit,took_place,,2022-09-15,2022-09-16,,,
edition/2022-winter-olympics,edition_of,series/winter-olympics,,,,,
edition/2022-winter-olympics,edition_year,2022,,,,,
edition/2022-winter-olympics,took_place,,2022-02-04,2022-02-20,,,
event/russian-invasion-of-ukraine,took_place,,2022-02-24,,2026-01,,
office/president-of-france,held_by,person/emmanuel-macron,2017-05-14,,2026-01,,
office/president-of-france,office_of,country/france,,,,,
office/president-of-france,office_title,title/president,,,,,
office/president-of-russia,held_by,person/vladimir-putin,2012-05-07,,2026-01,,
office/president-of-russia,held_by,person/vladimir-putin,2000-05-07,2008-05-07,,,
person/john-smith,born,,1952-04-02,1952-04-02,,,
person/vladimir-putin,born,,1952-10-08,1952-10-08,,,
"""
RECORD = """name = "base"
title = "What is known before"
producer = "a test"
licence = "CC0-1.0"
accessed = 2026-11-25
rank = 1
"""


def write_home(folder: Path) -> Path:
    """A folder with one pack and the project's vocabulary, of which the series are left out."""
    pack = folder / "packs" / "base"
    pack.mkdir(parents=True)
    for name, text in (("entities.csv", ENTITIES), ("facts.csv", FACTS), ("pack.toml", RECORD)):
        (pack / name).write_text(text, encoding="utf-8")
    shutil.copytree(packs_home() / "vocabulary", folder / "vocabulary")
    series = folder / "vocabulary" / "series.csv"
    series.write_text(series.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return folder
