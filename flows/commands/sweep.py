"""``claims sweep``: archived findings after a change of facts."""

from pathlib import Path

from claims.matching.minilm import MiniLM
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import FLAGGED, NOTHING
from flows.serve_prefect import serve_prefect
from flows.show_progress import show_progress
from flows.sweep_changed_facts import sweep_changed_facts
from flows.write_terminal import complain_of, write_lines


def sweep(out: Path, facts: Path | None, quiet: bool) -> int:
    """A line for each verdict that flipped, and what was looked at."""
    store = prepare_facts(MiniLM(), facts)
    with serve_prefect(), show_progress(quiet):
        done = sweep_changed_facts(out, store)
    complain_of(done.failures)
    write_lines(
        [
            f"{f.article}: “{f.span}” {f.was or 'nothing'} -> {f.now or 'nothing'}: {f.explanation}"
            for f in done.flips
        ]
    )
    write_lines(
        [
            f"{done.changed:,} of {done.facts:,} facts behind findings changed; {done.articles:,} articles judged again;"
            f" {len(done.flips):,} verdicts flipped"
        ]
    )
    return FLAGGED if done.flips else NOTHING
