"""What a position in the lists of office holders is called in the news: the office, its title, its wordings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from making.countries import country
from making.leaders import add_organisation
from making.tables import TYPED, Draft, listed, read_rows

OWNERS = {
    "congo-kinshasa-ministers": "DR Congo",
    "czech-ministers": "Czech Republic",
    "saudi-ministers": "Saudi Arabia",
    "swiss-federal-council": "Switzerland",
    "uae-ministers": "United Arab Emirates",
    "us-cabinet": "United States",
    "bosnia-herzegovina-ministers": "Bosnia and Herzegovina",
}
_SMALL = {"and"}
_RIVALS = frozenset(("Libya", "Yemen", "Sudan", "South Sudan", "Somalia"))
"""Countries with rival or fast-changing governments: their rows contradict nobody."""
_PLACE_TITLE = re.compile(
    r"^(?P<role>Mayor|Lord Mayor|Governor|Lieutenant Governor|Chief [Mm]inister|Premier|President|Prime Minister|Head|First Minister) of (?P<place>.+)$",
    re.IGNORECASE,
)
_PLACE_ROLES = frozenset(
    ("mayor", "lord mayor", "governor", "lieutenant governor", "chief minister", "premier")
)
_ENVOY = re.compile(r"^(?:Ambassador|High Commissioner) (?:to|in) (?P<place>.+)$", re.IGNORECASE)
_UN = re.compile(r"^(?:Permanent Representative|Ambassador) to United Nations(?:, New York)?$", re.IGNORECASE)
_BANK = re.compile(
    r"^(?:Governor|President|Chairman) of (?:Central|Reserve|National|State|People's) Bank$"
    r"|^(?:Governor|President|Chairman)(?: of Governing Board)? of (?:Bank (?:of )?[A-Z]\S+(?: \S+)?|Bangladesh Bank|Bulgarian National Bank|Czech National Bank|Danish Nationalbank"
    r"|Oesterreichische Nationalbank|De Nederlandsche Bank|Narodowy Bank Polski|Sveriges Riksbank|Swiss National Bank)$"
)
_SPEAKER = re.compile(
    r"^(?P<role>Speaker|President|Chair|Chairman|Chairperson|Marshal) of (?P<body>(?:National |Federal |Grand National |Islamic Consultative |Legislative |Croatian |Spanish |Flemish )?"
    r"(?:Parliament|Assembly|Senate|Knesset|Chamber of (?:Deputies|Representatives)|House of (?:Representatives|Commons|Councillors|People(?:'s Representatives)?|Assembly|Lords)"
    r"|Lok Sabha|Seimas|Saeima|Riigikogu|Folketing|Storting|Althing|Riksdag|Sejm|Verkhovna Rada|State Duma|Federation Council|Congress(?: of Deputies)?|(?:Federal |National )?Council"
    r"|Council of (?:States|Representatives)|Yuan|State Great Khural|Dewan Rakyat|Assembly of Republic|Shura Council|Supreme People's Assembly))$"
)
_STATE_BODIES = frozenset(("Australia", "Canada", "United States"))
_STATES = re.compile(r"\b(?:Assembly|Council)$")
_UNFIT = re.compile(
    r"\b(?:Deputy|Assistant|Under[- ]?[Ss]ecretary|Associate|Junior|Minister of State|State Minister|State Secretary|Flemish|Parliamentary Secretary|Spokes|Vice[- ]Minister|First Lady|Spouse|Advis[eo]r)\b"
)
_LOOSE = frozenset(
    f"{name} minister"
    for name in ["economy", "trade", "industry", "science", "information", "communications", "planning", "commerce", "housing", "water", "mines", "fisheries", "infrastructure", "immigration", "labour"]
) | frozenset(("social affairs minister", "public works minister", "higher education minister", "emergency situations minister"))  # fmt: skip
"""Portfolios that the news names loosely, or calls several ministers by."""
_COMMON_LAW = frozenset(
    (
        "United States",
        "United Kingdom",
        "Ireland",
        "Israel",
        "India",
        "Kenya",
        "Uganda",
        "Bangladesh",
        "Sri Lanka",
        "Malaysia",
        "Singapore",
    )
)
"""Where "attorney general" is the office of that name: elsewhere the news calls the chief prosecutor so."""
_WELL_LISTED = frozenset(("United States", "United Kingdom"))
"""Whose ambassadors' lists are long enough to contradict."""
_SECRETARIES = frozenset(("united-kingdom-cabinet", "scotland-cabinet"))
"""Where secretaries sit in the cabinet and ministers are their juniors."""
_FEDERAL = frozenset(("Australia", "Canada", "Belgium", "Bosnia and Herzegovina", "Spain"))
"""Lists that mix in ministers of the states, whose titles are the same."""
NATIONAL_HOUSES = {
    "australia-cabinet": re.compile(
        r"Member of the (?:House of Representatives|(?:Australian )?Senate)", re.IGNORECASE
    ),
    "canada-cabinet": re.compile(r"Member of the (?:House of Commons|Senate)(?: of Canada)?", re.IGNORECASE),
    "spain-ministers": re.compile(
        r"Member of the (?:Congress of Deputies|Senate)(?: of Spain)?", re.IGNORECASE
    ),
}
"""Seats in the national parliament, where a list has those of the parts as well."""
_NATIONAL = frozenset(
    (
        "president",
        "prime minister",
        "governor-general",
        "foreign minister",
        "defence minister",
        "central bank governor",
        "monarch",
    )
)


@dataclass(frozen=True)
class Position:
    """An office as the news calls it."""

    office: str
    title: str
    owner: str
    wordings: tuple[str, ...] = ()
    organisation: bool = False

    @property
    def id_name(self) -> str:
        """ "President of Russia"; the owner in brackets where the title has an "of" or "to" of its own."""
        if self.organisation and self.owner in self.office:
            return self.office
        own = " of " in self.office or " to " in self.office
        return f"{self.office} ({self.owner})" if own else f"{self.office} of {self.owner}"


def add_office(draft: Draft, position: Position) -> str:
    """Declare an office with its title and owner, and give its id."""
    key = draft.entity("office", position.id_name)
    owner = add_organisation(draft, position.owner) if position.organisation else country(position.owner)
    draft.fact(key, "office_title", draft.entity("title", position.title))
    draft.fact(key, "office_of", owner)
    return key


def owner_of(repo: str) -> str:
    """The country a list of office holders is about."""
    if repo in OWNERS:
        return OWNERS[repo]
    words = re.sub(r"-(?:cabinet|ministers)$", "", repo).split("-")
    return " ".join(word if word in _SMALL else word.capitalize() for word in words)


def is_doubtful(position: Position) -> bool:
    """Whether the rows of an office contradict nobody."""
    title, owner = position.title, position.owner
    mixed = mixes_in_states(position)
    envoy = title.startswith("ambassador to") and owner not in _WELL_LISTED
    lawyer = title == "attorney general" and owner not in _COMMON_LAW
    return mixed or envoy or lawyer or title in _LOOSE or owner in _RIVALS


def mixes_in_states(position: Position) -> bool:
    """Whether a list may give the office to ministers of parts of the country."""
    title = position.title
    return (
        position.owner in _FEDERAL and title not in _NATIONAL and " to " not in title and " of " not in title
    )


@cache
def find_position(repo: str, raw: str) -> Position | None:
    """The office of a position in a list, or None where one person alone does not hold it."""
    owner = owner_of(repo)
    plain = _plain(raw)
    special = _special(repo, plain, owner)
    if special or repo == "world":
        return special
    if repo in _SECRETARIES and "Minister of" in plain:
        return None
    found = (
        _place_office(plain, owner) or _envoy(plain, owner) or _bank(plain, owner) or _speaker(plain, owner)
    )
    if (
        found
        or _UNFIT.search(plain)
        or (owner == "Australia" and plain in ("Attorney General", "Chief Justice", "Deputy Premier"))
    ):
        return found
    for pattern, row in _general():
        if pattern.fullmatch(plain) and not (owner == "Japan" and plain.startswith("Minister of Internal")):
            office = (
                "Governor General"
                if (owner, row["office"]) == ("Canada", "Governor-General")
                else row["office"]
            )
            return Position(office, row["title"], owner, tuple(listed(row["wordings"])))
    return None


def _plain(raw: str) -> str:
    """A position without articles and in one spelling."""
    text = re.sub(r"\bthe ", "", raw.replace("’", "'").strip())
    text = re.sub(r"^(?:Federal |Union )(?=Minister)", "", text).replace("Defense", "Defence")
    return text.replace("Minister for ", "Minister of ").replace("Labor and", "Labour and")


@lru_cache(maxsize=1)
def _general() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    return [(re.compile(row["pattern"]), row) for row in read_rows(TYPED / "positions.csv")]


@lru_cache(maxsize=1)
def _specials() -> list[tuple[str, re.Pattern[str], list[str], dict[str, str]]]:
    rows = read_rows(TYPED / "special_positions.csv")
    return [(row["repo"], re.compile(row["pattern"]), listed(row["office"]), row) for row in rows]


def _special(repo: str, plain: str, owner: str) -> Position | None:
    for where, pattern, office, row in _specials():
        if where == repo and pattern.fullmatch(plain):
            organisation = office[1] if len(office) > 1 else ""
            return Position(
                office[0],
                row["title"],
                organisation or owner,
                tuple(listed(row["wordings"])),
                bool(organisation),
            )
    return None


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Every name of a country -> its name in the packs."""
    rows = read_rows(TYPED / "countries.csv")
    names = {alias: row["name"] for row in rows for alias in listed(row["variants"])}
    names |= {row["name"]: row["name"] for row in rows}
    more = {"Russian Federation": "Russia", "People's Republic of China": "China", "Holy See": "Vatican City"}
    return names | more | {"Côte d'Ivoire": "Ivory Coast", "Democratic Republic of Congo": "DR Congo"}


_BEARINGS = frozenset(
    [
        "North",
        "South",
        "East",
        "West",
        "Central",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Centre",
        "Capital",
        "Northwest",
        "Southwest",
        "Coast",
        "Upper",
        "Lower",
    ]
)


_NAMESAKES = frozenset(
    (
        ("United States", "Georgia"),
        ("Belgium", "Luxembourg"),
        ("Angola", "DR Congo"),
        ("DR Congo", "Tanganyika"),
    )
)
"""Parts of a country with the name of another country."""


def _place_office(plain: str, owner: str) -> Position | None:
    """Mayors, governors and heads of parts of a country."""
    match = _PLACE_TITLE.match(plain)
    if match is None or re.search(r"\bBank\b|\bProvince of|Monetary|State Council", plain):
        return None
    role, place = match["role"].title().replace("Of", "of"), match["place"]
    part = country_names().get(re.sub(r"^(?:Generalitat of|Junta of|Basque Autonomous) ", "", place))
    if part and part != owner and (owner, part) not in _NAMESAKES and "mayor" not in role.casefold():
        return Position(role, role.casefold(), part)
    if part == owner or role.casefold() not in _PLACE_ROLES or not place[:1].isupper():
        return None
    short = re.sub(r"\s+(?:Province|Oblast|Region|County|Krai|State|Department)$", "", place)
    short = place if short in _BEARINGS else short
    names = dict.fromkeys((f"{role} of {place}", f"{role} of {short}", f"{short} {role}"))
    return Position(f"{role} of {place}", f"{role} of {place}".casefold(), owner, tuple(names))


_WITH_THE = re.compile(
    r"\b(?:Netherlands|Philippines|Emirates|Kingdom|States|Republic|Gambia|Bahamas|Islands|Seychelles|Maldives|Nations|Union|See|Congo|Comoros|Sudan)\b"
)


def _envoy(plain: str, owner: str) -> Position | None:
    """Ambassadors and high commissioners to a country or to the United Nations."""
    if _UN.match(plain):
        names = ("Ambassador to the United Nations", "Ambassador to the U.N.", "Ambassador to the UN", "U.N. Ambassador", "UN Ambassador", "Permanent Representative to the United Nations")  # fmt: skip
        return Position(names[0], names[0].casefold(), owner, names)
    match = _ENVOY.match(plain)
    target = country_names().get(match["place"]) if match else None
    if target is None or target == owner:
        return None
    spoken = f"the {target}" if _WITH_THE.search(target) and target != "South Sudan" else target
    posts = [f"Ambassador to {spoken}"]
    if target == "Vatican City":
        posts = ["Ambassador to the Holy See", "Ambassador to the Vatican"]
    if target == "United States":
        posts += ["Ambassador to the U.S.", "Ambassador to the US"]
    if target == "United Kingdom":
        posts += ["Ambassador to the U.K.", "Ambassador to the UK", "Ambassador to Britain"]
    return Position(posts[0], posts[0].casefold(), owner, tuple(posts))


def _bank(plain: str, owner: str) -> Position | None:
    if not _BANK.match(plain):
        return None
    names = ("Central Bank Governor", "Central Bank Chief", "Central Bank President", "Governor of the Central Bank", "President of the Central Bank")  # fmt: skip
    return Position(names[0], names[0].casefold(), owner, names)


def _speaker(plain: str, owner: str) -> Position | None:
    """Who presides over a house of parliament; bodies that the states of a federation have, too, are left out."""
    match = _SPEAKER.match(plain)
    if match is None or (owner in _STATE_BODIES and _STATES.search(plain)) or "Flemish" in plain:
        return None
    role, body = match["role"], match["body"]
    the = "" if body == "Parliament" or body.startswith("Congress of") else "the "
    if body == "Assembly of Republic":
        body = "Assembly of the Republic"
    names = [
        f"Speaker of the {body}",
        f"President of the {body}",
        f"{role} of the {body}",
        f"{role} of {the}{body}",
    ]
    names += [f"{body} Speaker", f"{body} President", f"{body} {role}"] if " of " not in body else []
    if body in ("Parliament", "National Assembly", "House of Representatives", "House of Commons", "Knesset", "Lok Sabha", "Chamber of Deputies") or body not in ("Senate", "Council of States", "Federation Council", "House of Councillors", "Federal Council", "Shura Council", "House of Lords"):  # fmt: skip
        names += [
            "Parliament Speaker",
            "Parliamentary Speaker",
            "Speaker of Parliament",
            "Speaker of the Parliament",
        ]
    name = f"Speaker of the {body}"
    return Position(name, name.casefold(), owner, tuple(dict.fromkeys(names)))
