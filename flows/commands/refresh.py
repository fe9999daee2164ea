"""``claims facts refresh`` and ``claims facts import-dump``: what would change, and with --apply the change."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from claims.errors import SettingsError
from claims.matching.minilm import MiniLM
from claims.refreshing.collect_dump import collect_dump
from claims.refreshing.draft_refresh import Draft, draft_refresh
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.read_templates import read_templates
from claims.store.diff_stores import Change
from claims.store.encoder import Encoder
from claims.store.packs import added_packs
from flows.commands.prepare_facts import prepare_facts
from flows.refresh_facts import Refresh, apply_drafts, refresh_facts
from flows.serve_prefect import serve_prefect
from flows.show_progress import show_progress
from flows.write_terminal import write_lines

SHOWN = 10
"""Changes of one kind and predicate that are listed; the rest are counted."""
KINDS = {
    "added": "new",
    "changed": "changed",
    "removed": "gone",
    "differs": "differs from another pack, left out",
}
_DUMP_DAY = re.compile(r"(20\d\d)(\d\d)(\d\d)")


def refresh(only: Sequence[str], endpoint: Endpoint, work: Path, out: Path | None, apply: bool) -> int:
    """Ask Wikidata and print what changes by it; 0 also where nothing does."""
    read_templates(only)  # a wrong name is said before anything is started
    prepare_facts(MiniLM(), None)
    with serve_prefect(), show_progress():
        outcome = refresh_facts(
            list(only), work, endpoint.url, endpoint.contact, endpoint.allow_http, out, apply
        )
    write_lines(_describe(outcome, out))
    return 0


def import_dump(
    path: Path,
    only: Sequence[str],
    day: date | None,
    work: Path,
    out: Path | None,
    apply: bool,
    encoder: Encoder | None = None,
) -> int:
    """Read a dump and print what changes by it; 0 also where nothing does."""
    encoder = encoder or MiniLM()
    as_of = day or _day_of(path)
    templates = read_templates(only)
    store = prepare_facts(encoder, None)
    found = collect_dump(path, templates)
    drafts = draft_refresh(templates, found, as_of, store, out or added_packs(), work, path.name)
    outcome = apply_drafts(drafts, out, encoder) if apply else Refresh(tuple(drafts), False, None)
    write_lines(_describe(outcome, out))
    return 0


def _day_of(path: Path) -> date:
    """The day in a dump's name. A dump does not say itself of what day it is, and nobody should guess."""
    match = _DUMP_DAY.search(path.name)
    if match:
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            pass
    raise SettingsError(f"{path.name} does not say of what day the dump is: give it with --as-of YYYY-MM-DD")


def _describe(outcome: Refresh, out: Path | None) -> Iterator[str]:
    for draft in outcome.drafts:
        yield from _describe_draft(draft)
    changes = sum(len(draft.changes) for draft in outcome.drafts)
    place = out or added_packs()
    if not outcome.applied:
        yield f"{changes:,} changes; nothing was replaced. With --apply they go to {place}."
    elif outcome.store:
        yield f"{changes:,} changes are in {place}, and the store is built: {outcome.store}"
    else:
        yield f"{changes:,} changes are in {place}, which no store is built from; take one in with `claims facts import`."


def _describe_draft(draft: Draft) -> Iterator[str]:
    counts = Counter(change.kind for change in draft.changes)
    parts = ", ".join(f"{counts[kind]:,} {KINDS[kind]}" for kind in ("added", "changed", "removed"))
    yield f"{draft.name}: {draft.facts:,} facts; {parts}; {draft.known:,} known from other packs"
    if draft.dropped.total():
        reasons = ", ".join(f"{count:,} {cause}" for cause, count in sorted(draft.dropped.items()) if count)
        yield f"  left out: {reasons}"
    for (kind, predicate), group in groupby(sorted((*draft.changes, *draft.differing), key=_order), _order):
        changes = list(group)
        yield f"  {predicate}: {len(changes):,} {KINDS[kind]}"
        yield from (f"    {change.fact}  {_shown(change)}" for change in changes[:SHOWN])
        if len(changes) > SHOWN:
            yield f"    ... and {len(changes) - SHOWN:,} more"


def _order(change: Change) -> tuple[str, str]:
    return change.kind, change.fact.split(":", 2)[1]


def _shown(change: Change) -> str:
    if change.kind == "added":
        return f"[{change.after}]"
    return f"[{change.before}]" if change.kind == "removed" else f"[{change.before}] -> [{change.after}]"
