"""Facts that the store lacks -> rows of a table that ``claims facts import`` takes once their values are filled in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claims.ledger.list_wanted import Wanted
from claims.store.predicates import Predicate

COLUMNS = (
    "claims", "articles", "predicate", "subject", "subject_kind", "value", "value_kind", "valid_from", "valid_to",
    "along", "unit", "example", "example_article",
)  # fmt: skip
KIND_OF_VALUE = {"holder": "person", "place": "place", "seat": "place"}
"""By policy, the kind of a value that the store does not know by its name."""

Row = dict[str, str]


def todo_rows(wanted: Iterable[Wanted], predicates: Mapping[str, Predicate]) -> Iterator[Row]:
    """A row for each fact, in their order, with an empty value; what is to be said of a new office comes right after it.

    What holds for a time is asked for as of the last day, or for the year, that it was spoken of.
    """
    for want in wanted:
        known = predicates.get(want.predicate)
        if known is None:
            continue
        subject = want.subject or want.name
        yield {
            **dict.fromkeys(COLUMNS, ""),
            "claims": str(want.claims),
            "articles": str(want.articles),
            "predicate": want.predicate,
            "subject": subject,
            "subject_kind": "" if want.subject else known.subject_kind,
            "value_kind": KIND_OF_VALUE.get(known.policy, ""),
            "valid_from": want.said_of,
            "valid_to": want.said_of,
            "unit": "date" if known.value_kind == "time" else known.unit,
            "example": " ".join(want.example.split()),
            "example_article": want.example_article,
        }
        for predicate, part in zip(("office_title", "office_of"), want.parts, strict=False):
            row = {"predicate": predicate, "subject": subject, "subject_kind": "office", "value": part}
            yield {**dict.fromkeys(COLUMNS, ""), **row, "along": "yes"}


def todo_record(run: str, today: date) -> str:
    """The TOML that goes beside the table: where the facts are from is for the one who fills it in to say."""
    return f"""title = "Facts that run {run} asked for"
producer = "looked up by hand"      # say who, and from where
licence = "own work"
accessed = {today.isoformat()}               # when the values were looked up
url = ""
skip_empty = true                   # rows without a value are passed over
"""
