"""``claims facts prune``: make room in the cache."""

from claims.errors import OutputError
from claims.store.knowledge import Knowledge
from claims.store.outdated_stores import outdated_stores, remove_store
from flows.write_terminal import write_lines


def prune_facts(*, dry_run: bool) -> int:
    """Remove every store of other facts or another schema from the cache, and print each with its size; with ``dry_run`` print alone.

    Raises OutputError.
    """
    found = list(outdated_stores(Knowledge.of()))
    verb = "would remove" if dry_run else "removed"
    for store in found:
        try:
            if not dry_run:
                remove_store(store.path)
        except OSError as error:
            raise OutputError(f"{store.path} cannot be removed: {error.strerror or error}") from error
        write_lines([f"{verb} {store.path} ({store.size / 1e6:.0f} MB)"])
    if not found:
        write_lines(["Every store in the cache is of the facts at hand."])
    return 0
