"""What the last edition of the CIA World Factbook says of a country, and its capitals and currencies.

Capitals come from ``typed/countries.csv`` and ``typed/capitals.csv``: the factbook calls Rangoon the
capital of Burma. Its figures are the publisher's own estimates: one that another source of the store
does not bear out, contradicts nothing.
"""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

from making.countries import country
from making.figures import COUNTRIES, country_of, plain, print_dropped, raw_files, whole, yearly
from making.places import add_place
from making.reference import Reference
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows, slug

FILE = "factbook_fields_2026-01.csv"
AS_OF = "2026-01"
_SCALES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ESTIMATE = re.compile(r"\((?:July |FY)?(\d{4})(?: est\.)?\)")
_AREA = re.compile(r"^([\d.,]+)( million)? sq km")
_MONEY = re.compile(r"^\$(-?[\d.,]+) ?(million|billion|trillion)?")
_PEAK = re.compile(r"^([^\d(;,]+?)(?: \([^)]*\))?,? (?:\d,)?\d{2,3}(?: m)?\b")
_COAST = re.compile(r"^([\d.,]+) km")
_DISPUTED_AREA = {"Morocco", "Western Sahara", "Israel", "West Bank", "Sudan", "South Sudan"}
_TINY = {"country/vatican-city": "0.49", "country/monaco": "2.08"}
"""Square kilometres of countries whose area the factbook rounds to nothing."""
_METROPOLITAN_FRANCE = "551500"


def make_factbook(raw: Path, reference: Reference) -> tuple[Draft, SourceRecord]:
    """The pack ``factbook``."""
    draft, dropped = Draft(), Counter[str]()
    fields = read_fields(raw)
    for name, values in sorted(fields.items()):
        subject = country_of(name, draft)
        if subject is None:
            dropped["fields of islets, oceans and other entities that are no country"] += len(values)
            continue
        _add_land(draft, subject, values, reference, dropped)
        _add_estimates(draft, subject, values, reference, dropped)
        _add_independence(draft, subject, values, dropped)
        _add_languages(draft, subject, values, dropped)
    _add_typed_languages(draft)
    _add_peaks(draft)
    _add_capitals(draft)
    _compare_capitals(draft, fields)
    _add_currencies(draft, raw)
    print_dropped("factbook", dropped)
    record = SourceRecord(
        title="Countries: capital, area, coastline, highest point, languages, currency, independence, people",
        producer="CIA World Factbook (edition of January 2026); capitals, currencies before the euro and "
        "the names of peaks compiled for this project",
        url="https://github.com/factbook/factbook.json",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2026-01-31",
        made_by="data/make_economy.py",
        rank=8,
        raw=raw_files(raw / "countries", FILE, "country-codes.csv")
        + raw_files(raw / "curated", "memberships.csv")
        + raw_files(
            TYPED,
            "capitals.csv",
            "countries.csv",
            "former_currencies.csv",
            "highest_points.csv",
            "official_languages.csv",
        ),
    )
    return draft, record


def read_fields(raw: Path) -> dict[str, dict[str, str]]:
    """The fields of every entity, by its name."""
    fields: dict[str, dict[str, str]] = defaultdict(dict)
    with (raw / "countries" / FILE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            fields[row["country"]][row["field"]] = row["value"].strip()
    return fields


def money(text: str) -> str:
    """ "$4.66 trillion" in US dollars; empty where it is no sum."""
    match = _MONEY.match(text)
    if match is None:
        return ""
    return plain(str(float(match[1].replace(",", "")) * _SCALES[match[2] or ""]))


def estimate_year(text: str) -> str:
    """The year of an estimate: "(July 2016 est.)"; empty where none stands there."""
    match = _ESTIMATE.search(text)
    return match[1] if match else ""


def _add_land(
    draft: Draft, subject: str, values: dict[str, str], reference: Reference, dropped: Counter[str]
) -> None:
    area = _AREA.match(values.get("area_total", ""))
    if area:
        number = float(area[1].replace(",", "")) * (10**6 if area[2] else 1)
        value = _TINY.get(subject) or plain(str(number), digits=8)
        disputed = subject in {country(name) for name in _DISPUTED_AREA}
        borne_out = not disputed and reference.agrees(subject, "area", "", float(value)) is not False
        draft.fact(subject, "area", value, ("", "", AS_OF), "" if borne_out else "unconfirmed")
        if subject == "country/france":
            note = "without its overseas parts"
            draft.fact(subject, "area", _METROPOLITAN_FRANCE, ("", "", AS_OF), "", note)
    coast = _COAST.match(values.get("coastline", ""))
    if coast:
        value = plain(coast[1])
        # How long a coast is depends on the ruler: only "none" is beyond dispute.
        draft.fact(subject, "coastline", value, ("", "", AS_OF), "" if float(value) == 0 else "unconfirmed")
    peak = _PEAK.match(values.get("highest_point", ""))
    typed = {country(row["country"]) for row in read_rows(TYPED / "highest_points.csv")}
    if peak and subject not in typed and not re.match("unnamed|ocean|East-central", peak[1]):
        draft.fact(subject, "highest_point", peak[1].strip(), status="unconfirmed", note="local spelling")
    elif subject not in typed:
        dropped["highest point: nameless"] += 1


def _add_estimates(
    draft: Draft, subject: str, values: dict[str, str], reference: Reference, dropped: Counter[str]
) -> None:
    figures = {
        "population": whole((values.get("population", "").split() or [""])[0]),
        "life_expectancy": _first_number(values.get("life_expectancy", ""), "years"),
        "urban_share": _first_number(values.get("urbanization", ""), "%"),
        "gdp": money(values.get("economy:GDP (official exchange rate)", "")),
    }
    texts = {
        "population": "population",
        "life_expectancy": "life_expectancy",
        "urban_share": "urbanization",
        "gdp": "economy:GDP (official exchange rate)",
    }
    for predicate, value in figures.items():
        year = estimate_year(values.get(texts[predicate], ""))
        if not value or not year:
            dropped[f"{predicate}: no figure or no year"] += 1
            continue
        borne_out = reference.agrees(subject, predicate, year, float(value))
        doubtful = borne_out is False or (borne_out is None and predicate == "gdp")
        yearly(draft, subject, predicate, year, value, "unconfirmed" if doubtful else "")


def _first_number(text: str, unit: str) -> str:
    match = re.search(rf"(\d+(?:\.\d+)?) ?{unit}", text)
    return plain(match[1]) if match else ""


_DATE = re.compile(r"^(\d{1,2}) ([A-Z][a-z]+) (\d{4})(?: \((.*)\)?)?$")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FREED = re.compile(
    r"\bfrom\b|independen|mandate|self-governing|split into|federation of|declared", re.IGNORECASE
)
_LET_GO = re.compile(r"from (?:the )?(?:UK|France|Portugal|Belgium|Spain|US|UN|New Zealand|Australia)\b")
_CERTAIN = {
    "United States", "Brazil", "Finland", "Haiti", "India", "Israel", "Kosovo", "South Sudan", "Eritrea",
    "Czech Republic", "Slovakia", "Singapore", "Ukraine", "Namibia",
}  # fmt: skip
_SEVERAL_DATES = {"Bahrain", "Kuwait", "Qatar", "Vietnam", "Cameroon", "Libya", "Oman", "Laos", "Maldives"}
_NOT_FREED = re.compile(r"not acknowledged|autonomous|British Crown", re.IGNORECASE)


def _add_independence(draft: Draft, subject: str, values: dict[str, str], dropped: Counter[str]) -> None:
    """Every date at which the country became or was declared free.

    Most countries celebrate one date and count others; only of those that an empire let go after 1945, on
    one day, is the date beyond dispute.
    """
    text = re.split(r"; notable earlier|;? note", values.get("independence", ""))[0]
    if not text or text.startswith(("none", "no official", "oldest")):
        dropped["independence: none or no date"] += 1
        return
    parts = re.split(r"; (?=\d{1,2} [A-Z])", text)
    found = []
    for part in parts:
        match = _DATE.match(part)
        why = match[4] or "" if match else ""
        told = _FREED.search(why) or (not why and len(parts) == 1)
        if match and match[2] in _MONTHS and told and not _NOT_FREED.search(part):
            day = f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
            found.append((day, bool(_LET_GO.match(why)) and match[3] >= "1945"))
    dropped["independence: founding or other date"] += len(parts) - len(found)
    certain = COUNTRIES[subject] in _CERTAIN or (len(parts) == 1 and all(clean for _day, clean in found))
    certain = certain and COUNTRIES[subject] not in _SEVERAL_DATES
    for day, _clean in found:
        draft.fact(subject, "independence", "", (day, day, ""), "" if certain else "unconfirmed")


_LANGUAGE = re.compile(r"^([A-Z][\w' -]+?)(?: [<\d.]+%)? \(official(?:\)| nationwide|,|;)")
_OUTSIDE = re.compile(r"[,;] (?![^(]*\))")


def _add_languages(draft: Draft, subject: str, values: dict[str, str], dropped: Counter[str]) -> None:
    """What the factbook calls official, where the project's own table lacks the country."""
    if subject in {country(row["country"]) for row in _typed("official_languages")}:
        return
    parts = _OUTSIDE.split(values.get("languages", ""))
    named = [match[1] for part in parts if (match := _LANGUAGE.match(part.strip()))]
    if not named:
        dropped["official language: none named"] += 1
    for language in [name for one in named for name in one.split(" or ")]:
        draft.fact(subject, "official_language", language, ("", "", AS_OF))


def _add_typed_languages(draft: Draft) -> None:
    for row in _typed("official_languages"):
        subject = country_of(row["country"], draft)
        for language in listed(row["languages"]):
            draft.fact(subject or "", "official_language", language, ("", "", AS_OF))


def _typed(name: str) -> list[dict[str, str]]:
    return read_rows(TYPED / f"{name}.csv")


def _add_peaks(draft: Draft) -> None:
    for row in _typed("highest_points"):
        subject = country_of(row["country"], draft)
        for name in listed(row["names"]):
            draft.fact(subject or "", "highest_point", name)


def _add_capitals(draft: Draft) -> None:
    """Capitals with their years where ``typed/capitals.csv`` has the country, else as of the edition."""
    dated = _typed("capitals")
    for row in dated:
        subject = country_of(row["country"], draft) or ""
        place = add_place(draft, row["capital"], row["lies_in"] or row["country"])
        times = (row["from"], row["to"], "" if row["to"] else AS_OF)
        draft.fact(subject, "capital", place, times, row["status"], row["note"])
    done = {row["country"] for row in dated}
    for row in _typed("countries"):
        subject = country_of(row["name"], draft) or ""
        for capital in listed(row["capital"]) if row["name"] not in done else []:
            place = add_place(draft, capital, row["name"])
            draft.fact(subject, "capital", place, ("", "", AS_OF))


def _compare_capitals(draft: Draft, fields: dict[str, dict[str, str]]) -> None:
    """Print the share of the factbook's capitals that the project's table has as well."""
    ours = defaultdict(set)
    for fact in draft.facts:
        if fact[1] == "capital":
            ours[fact[0]].add(fact[2].removeprefix("place/"))
    differ, total = [], 0
    for name, values in sorted(fields.items()):
        said = re.split(r" \(|;|,|/", values.get("capital", "").replace("Saint ", "St. "))[0]
        subject = country(name)
        if said and ours[subject]:
            total += 1
            if slug(said) not in {place.removesuffix("-city") for place in ours[subject]} | ours[subject]:
                differ.append(f"{name}: {said}")
    print(f"  capitals: {total - len(differ)} of {total} as in the factbook; else: {'; '.join(differ)}")


# What newspapers call a currency, where that is not what the list of codes calls it.
_CURRENCY_NAMES = {
    "Azerbaijan Manat": ["Azerbaijani manat", "manat"],
    "Bolívar Soberano": ["bolívar"],
    "CFA Franc BCEAO": ["CFA franc", "West African CFA franc"],
    "CFA Franc BEAC": ["CFA franc", "Central African CFA franc"],
    "CFP Franc": ["CFP franc", "Pacific franc"],
    "Cabo Verde Escudo": ["Cape Verdean escudo", "escudo"],
    "Caribbean Guilder": ["Caribbean guilder"],
    "Convertible Mark": ["convertible mark", "Bosnian mark"],
    "Cordoba Oro": ["córdoba"],
    "New Israeli Sheqel": ["shekel", "Israeli shekel", "new Israeli shekel"],
    "Peso Uruguayo": ["Uruguayan peso", "peso"],
    "Pound Sterling": ["pound sterling", "pound", "British pound"],
    "Rial Omani": ["Omani rial", "rial"],
    "Russian Ruble": ["Russian ruble", "ruble", "rouble"],
    "Surinam Dollar": ["Surinamese dollar"],
    "Turkmenistan New Manat": ["Turkmen manat", "manat"],
    "Uzbekistan Sum": ["Uzbek som", "som", "sum"],
    "Yuan Renminbi": ["renminbi", "yuan"],
    "Zimbabwe Gold": ["Zimbabwe Gold", "ZiG"],
}
_NO_CURRENCY = {"Unidad Previsional", "No universal currency", "El Salvador Colon", "Peso Convertible", ""}
_NOT_IN_LIST = {"Turkey": "Turkish Lira", "Kosovo": "Euro", "Taiwan": "New Taiwan Dollar"}


def _currency_names(name: str) -> list[str]:
    if name in _CURRENCY_NAMES:
        return _CURRENCY_NAMES[name]
    *of, unit = name.split()
    return [" ".join([*of, unit.lower()]), unit.lower()]


def _add_currencies(draft: Draft, raw: Path) -> None:
    """Today's currencies by the codes' list; the euro since a country's accession, and what was before."""
    members = read_rows(raw / "curated" / "memberships.csv")
    euro = {country(row["member"]): row["joined"] for row in members if row["organisation"] == "Eurozone"}
    rows = read_rows(raw / "countries" / "country-codes.csv")
    for owner, names in [(_short_name(row), row["ISO4217-currency_name"]) for row in rows] + list(
        _NOT_IN_LIST.items()
    ):
        subject = country_of(owner, draft)
        for name in names.split(",") if subject else []:
            if name not in _NO_CURRENCY:
                start = euro.get(subject or "", "") if name == "Euro" else ""
                for value in _currency_names(name):
                    draft.fact(subject or "", "currency", value, (start, "", AS_OF))
    for row in _typed("former_currencies"):
        subject = country_of(row["country"], draft)
        for value in listed(row["currency"]):
            draft.fact(subject or "", "currency", value, ("", row["to"], ""))


def _short_name(row: dict[str, str]) -> str:
    names = (row["UNTERM English Short"], row["CLDR display name"], row["official_name_en"])
    known = [name for name in names if country_of(name, Draft())]
    return known[0] if known else row["CLDR display name"]
