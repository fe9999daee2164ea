"""Editions of sport series: their year, time, hosts, winner, runner-up and score, and the series themselves."""

import re
from dataclasses import dataclass

from making.countries import country
from making.tables import TYPED, Draft, entity_id, listed, read_rows

TYPED_SERIES = TYPED / "sport_series.csv"
UNITED_KINGDOM = frozenset(("England", "Scotland", "Wales", "Northern Ireland"))

_QUALIFYING = (
    "qualifier|qualifiers|qualifying|qualification|qualifications|bid|bids|bidding|draw|trophy|squad|trials"
)
_YOUNG = (
    "u|under|15|16|17|18|19|20|21|23|u15|u16|u17|u18|u19|u20|u21|u23|youth|junior|juniors|boys|girls|student|"
    "university|women|womens|ladies|female|blind|deaf|disabled|amputee|wheelchair|veterans|amateur"
)
_OTHER_CUPS = (
    "club|clubs|beach|futsal|indoor|arena|homeless|street|child|children|robot|esports|virtual|interactive|mini|mock|"
    "fantasy|quidditch|ski|skiing|alpine|nordic|fis|isu|ibu|uci|biathlon|luge|skeleton|bobsled|bobsleigh|skating|"
    "snowboard|snowboarding|freestyle|gymnastics|shooting|archery|chess|track|cycling|cyclocross|cross|mountain|bike|"
    "swimming|diving|judo|fencing|curling|polo|volleyball|handball|baseball|softball|squash|darts|snooker|golf|tennis|"
    "jump|jumping|equestrian|downhill|slalom|triathlon|rowing|canoe|sailing|climbing|weightlifting|boxing|sevens|7s|"
    "masters|physical|tchoukball|kabaddi|pastry|poker|rock|emerging|league|lacrosse|roller|viva|conifa|wild"
)
BLOCKS = {
    "world-cup": (
        f"{_YOUNG}|{_OTHER_CUPS}",
        f"{_QUALIFYING}|race|races|racing|circuit|season|downhill|slalom|giant|super|sprint|event|events|points|standings|"
        "leader|leaders|overall|series|meet|meeting|meets|regatta|opener|stage|stages|stop|tour|globe|globes|podium|"
        "podiums|rankings|sevens|7s|jump|jumping|mile|skiing|gold|silver|bronze|medal|medals|champion|finals",
    ),
    "championship": (f"{_YOUNG}|beach|futsal|indoor|{_OTHER_CUPS}", f"{_QUALIFYING}|sub|femenina|feminina"),
    "league": (
        f"{_YOUNG}|afc|asian|african|caf|concacaf|ofc|ehf|handball|basketball|hockey|volleyball|t20|arab|indian|scottish|"
        "welsh|russian|ukrainian|ghana|egyptian|bangladesh|caribbean|pakistan|lanka|cricket|darts|kenyan|nigerian",
        f"{_QUALIFYING}|2|b|women",
    ),
    "final": (
        f"{_YOUNG}|{_OTHER_CUPS}|afc|asian|african|caf|concacaf|ofc|ehf|basketball|hockey|t20|arab|rugby|heineken",
        f"{_QUALIFYING}|four|series|stage|group|round|place|standings|eight",
    ),
    "super-bowl": ("puppy|kitten|lingerie|toilet|mini|fantasy|soup|robot|junior|youth", "ring|rings|of"),
    "us-league": ("women|womens|junior|youth|summer", "playoffs|playoff|qualifier|ring|rings|favorite|odds"),
    "world-series": (
        "little|league|leagues|college|caribbean|junior|senior|negro|legion|women|womens|mini|girls|youth|softball|"
        "collegiate|bassmaster|triathlon|sailing|sevens|rugby|poker|fashion|pony|intercounty|para|robotics|intermediate",
        "of|cricket|sprint|sevens|ring|rings|by|esports",
    ),
    "tennis": (
        "junior|juniors|boys|girls|wheelchair|youth|golf|badminton|snooker|squash|darts|table|women's golf|bowling|chess|"
        "beach|chess|pga|lpga|polo|racquetball|sandcastle|skateboard|surfing",
        "qualifying|qualifier|qualifiers|golf|badminton|series|warm|tune|snooker|squash|common|borough|station|fc|afc|junior",
    ),
    "tour": ("women|womens|virtual|auto|mini", "femmes|automobile|auto|virtual|soudan|qualifier|avenir"),
    "grand-prix": (
        "motorcycle|motogp|moto|moto2|moto3|superbike|motocross|speedway|historic|women|womens|judo|figure|skating",
        "motorcycle|motogp|ballroom|series",
    ),
}
CONTEXT = {
    "football": "soccer|football|footballer|footballers|fifa|uefa|goalkeeper|goalkeepers|midfielder|midfielders|striker|strikers|quarterfinal|quarterfinals|semifinal|semifinals|hooligans|messi|ronaldo|neymar|blatter|infantino",
    "rugby": "rugby|wallabies|springboks|scrum",
    "cricket": "cricket|cricketer|cricketers|icc|wicket|wickets|t20|twenty20|batsman|batsmen|bowler|bowlers|innings",
    "basketball": "basketball|fiba|nba",
    "hockey": "hockey",
    "netball": "netball",
    "tennis": "tennis|atp|wta|djokovic|federer|nadal|serena",
    "baseball": "baseball|mlb|dodgers|yankees|inning|innings|pitcher|pitchers|homer|astros|cubs|mets|phillies|homers",
}
WOMEN = "women|womens|woman|female|ladies"
"""Words without which a generic name means the men's series."""
_SCORE = re.compile(r"^(?P<score>\d+-\d+)(?:\s+\(?(?P<note>.+?)\)?)?$")
_PENALTIES = re.compile(r"^(\d+-\d+) pens$")
_SCORE_NOTES = {"aet": "after extra time", "OT": "overtime"}


@dataclass(frozen=True)
class Outcome:
    """Who won, whom they beat and how; ids and words of our own."""

    winner: str | None = None
    runner_up: str | None = None
    score: str = ""
    note: str = ""
    status: str = ""


def add_series(draft: Draft, row: dict[str, str], contexts: str = "") -> tuple[str, ...]:
    """Declare a series with its names, and give its row of the vocabulary."""
    key = draft.entity("series", row["name"])
    for kind in ("short", "weak", "generic", "yeared"):
        draft.alias(key, kind, *listed(row.get(kind, "")))
    before, after = BLOCKS.get(row["blocks"], ("", ""))
    name = row["name"].replace(" (tennis)", "")
    context = CONTEXT.get(contexts, contexts)
    if name.startswith("Women's ") or "Women's" in name:
        before = "|".join(w for w in before.split("|") if w not in ("women", "womens", "ladies", "female"))
        context = f"{WOMEN}&{context}" if context else WOMEN
    before, after = ("|".join(dict.fromkeys(words.split("|"))) for words in (before, after))
    return (
        key, row["family"], row["complete_from"], row["complete_to"], f"{{year}} {name}", before, after, context,
    )  # fmt: skip


def add_edition(draft: Draft, series: str, year: int, name: str) -> str:
    """Declare an edition of a series and give its id."""
    key = draft.entity("edition", name)
    draft.fact(key, "edition_of", entity_id("series", series))
    draft.fact(key, "edition_year", str(year))
    return key


def add_hosts(draft: Draft, key: str, hosts: list[str], status: str = "") -> None:
    """The countries of an edition; a part of the United Kingdom brings the kingdom with it."""
    named = set(hosts) | ({"United Kingdom"} if UNITED_KINGDOM & set(hosts) else set())
    for host in sorted(named):
        draft.fact(key, "located_in_country", country(host), status=status)


def add_outcome(draft: Draft, key: str, outcome: Outcome) -> None:
    """Winner, runner-up and score of an edition or of its final."""
    if outcome.winner:
        draft.fact(key, "won_by", outcome.winner, status=outcome.status, note=outcome.note)
    if outcome.runner_up:
        draft.fact(key, "runner_up", outcome.runner_up, status=outcome.status)
    if outcome.score:
        score, note = read_score(outcome.score)
        draft.fact(key, "score", score, status=outcome.status, note=note)


def read_score(text: str) -> tuple[str, str]:
    """ "3-3 (4-2 pens)" -> "3-3" and "penalties 4-2"; what is no score of two numbers stays as it is."""
    match = _SCORE.match(text)
    if match is None:
        return text, ""
    note = match["note"] or ""
    penalties = _PENALTIES.match(note)
    return match["score"], f"penalties {penalties[1]}" if penalties else _SCORE_NOTES.get(note, note)


def series_rows() -> dict[str, dict[str, str]]:
    """The typed series by name."""
    return {row["name"]: row for row in read_rows(TYPED_SERIES)}
