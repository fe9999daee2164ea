"""The 118 chemical elements, from ``typed/elements.csv``."""

from making.tables import TYPED, Draft, SourceRecord, listed, read_rows

RARE_FROM = 84
"""From polonium on an element's name is seldom said of anything else."""
OTHER_MEANINGS = frozenset(("radium", "francium"))


def make_elements() -> tuple[Draft, SourceRecord]:
    """The pack ``elements``. Everyday names are no aliases: lead, iron, gold and tin are other things too."""
    path = TYPED / "elements.csv"
    draft = Draft()
    for row in read_rows(path):
        name = row["name"]
        key = f"element/{name}"
        draft.entities.add((key, "element", f"{name} (element)"))
        draft.fact(key, "atomic_number", row["number"])
        draft.fact(key, "symbol", row["symbol"])
        names = [name, *listed(row["variants"])]
        draft.alias(key, "short", *(f"element {one}" for one in names))
        if int(row["number"]) >= RARE_FROM and name not in OTHER_MEANINGS:
            draft.alias(key, "weak", *names)
    record = SourceRecord(
        title="Chemical elements: symbol and atomic number",
        producer="compiled for this project from general knowledge",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-25",
        newest="2016-11-28",
        made_by="data/make_culture.py",
        rank=1,
        raw=(path,),
    )
    return draft, record
