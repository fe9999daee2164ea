"""Wikidata's items -> entity ids: those the store has where an item is the same, else new ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.store.find_entities import Known, Namesake, find_entities
from claims.values.names import name_key, slug


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """An item as the facts need it: its id at Wikidata, and the kinds of entity it may be, the first for a new one."""

    qid: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity of an item. ``new`` where no other pack has it, so that the pack declares it."""

    entity: str
    name: str
    new: bool


def name_entities(
    items: Iterable[Item],
    labels: Mapping[str, str],
    births: Mapping[str, str],
    store: Path,
    earlier: Mapping[tuple[str, str], str],
) -> dict[Item, Identity]:
    """An entity for every item. ``earlier`` has the new ids of earlier refreshes, by item and kind.

    An item is an entity of the store where that has the id ``kind/slug-qNNN``, or where it alone has the item's
    name and kind, no other item is nearer to it, and no year of birth speaks against it.
    """
    wanted = sorted(set(items))
    known = _ask(wanted, labels, store, earlier)
    own = {entity: qid for (qid, _kind), entity in earlier.items()}
    claims = {item: _claim(item, labels, births, known, own) for item in wanted}
    matched = _undisputed(claims)
    found = {item: Identity(entity, known.names[entity], False) for item, entity in matched.items()}
    rest = [item for item in wanted if item not in found]
    return found | _new(rest, labels, known, earlier, {i.entity for i in found.values()})


def _ask(
    items: list[Item], labels: Mapping[str, str], store: Path, earlier: Mapping[tuple[str, str], str]
) -> Known:
    keys = {(kind, name_key(labels[item.qid])) for item in items for kind in item.kinds}
    ids = {entity for item in items for entity in _ids(item, labels)} | set(earlier.values())
    return find_entities(store, keys, ids)


def _ids(item: Item, labels: Mapping[str, str]) -> list[str]:
    """The ids that an item may have by its name alone: plain, and with the item's own id."""
    plain = slug(labels[item.qid])
    return [
        f"{kind}/{part}"
        for kind in item.kinds
        for part in (plain, f"{plain}-{item.qid.casefold()}".strip("-"))
        if part
    ]


def _claim(
    item: Item, labels: Mapping[str, str], births: Mapping[str, str], known: Known, own: Mapping[str, str]
) -> tuple[str, int] | None:
    """The entity an item would be, with how sure that is; None where there is none or several."""
    for entity in _ids(item, labels):
        if entity.endswith(f"-{item.qid.casefold()}") and entity in known.names and entity not in own:
            return entity, 3
    bearers = {
        bearer.entity: bearer
        for kind in item.kinds
        for bearer in known.namesakes.get((kind, name_key(labels[item.qid])), ())
        if bearer.entity not in own and _may_be(bearer, births.get(item.qid, ""))
    }
    born = [b for b in bearers.values() if b.born and births.get(item.qid)]
    chosen = born if len(born) == 1 else list(bearers.values())
    if len(chosen) != 1:
        return None
    return chosen[0].entity, 2 if born else int(chosen[0].official)


def _may_be(bearer: Namesake, born: str) -> bool:
    return not bearer.born or not born or bearer.born[:4] == born[:4]


def _undisputed(claims: Mapping[Item, tuple[str, int] | None]) -> dict[Item, str]:
    """Each entity for the one item that is surest of it; for none where several are."""
    rivals: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    for item, claim in claims.items():
        if claim:
            rivals[claim[0]].append((claim[1], item))
    matched: dict[Item, str] = {}
    for entity, claimants in rivals.items():
        best = max(sure for sure, _item in claimants)
        surest = [item for sure, item in claimants if sure == best]
        if len({item.qid for item in surest}) == 1:
            matched |= dict.fromkeys(surest, entity)
    return matched


def _new(
    items: list[Item],
    labels: Mapping[str, str],
    known: Known,
    earlier: Mapping[tuple[str, str], str],
    taken: set[str],
) -> dict[Item, Identity]:
    """New ids: the one of an earlier refresh, the plain one where nothing else has it, else with the item's id."""
    plain: dict[str, set[str]] = defaultdict(set)
    for item in items:
        plain[f"{item.kinds[0]}/{slug(labels[item.qid])}"].add(item.qid)
    own = set(earlier.values())
    identities = {}
    for item in items:
        kind, name = item.kinds[0], labels[item.qid]
        entity = earlier.get((item.qid, kind), "")
        if not entity:
            entity = f"{kind}/{slug(name)}"
            alone = len(plain[entity]) == 1 and entity not in known.names and entity not in taken | own
            if not slug(name) or not alone:
                entity = f"{entity}-{item.qid.casefold()}".replace("/-", "/")
        identities[item] = Identity(entity, known.names.get(entity, name), True)
    return identities
