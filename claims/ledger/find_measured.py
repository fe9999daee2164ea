"""A run -> the run that has shown, by the same versions, how many planted errors are seen."""

from datetime import UTC
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

_MEASURED = """
SELECT run, inputs, default_date, program, facts, model, settings, rules, started, finished, planted, planted_found, false_alarms
FROM runs WHERE planted IS NOT NULL AND (facts, rules, model, settings) = ($facts, $rules, $model, $settings)
    AND started <= $started
ORDER BY started DESC, run DESC LIMIT 1
"""
_HAS_ARTICLES = "SELECT count(*) FROM (FROM articles WHERE run = ? LIMIT 1)"


def find_measured(path: Path, run: Run) -> Run | None:
    """The newest run up to this one, itself included, that checked planted sentences by the versions of this one.

    What becomes of them depends on facts, rules, model and settings alone, so that it holds for every run by the same versions. None where none
    did. Raises LedgerError.
    """
    values = {
        "facts": run.facts,
        "rules": run.rules,
        "model": run.model,
        "settings": run.settings,
        "started": run.started.astimezone(UTC).replace(tzinfo=None),
    }
    with open_ledger(path) as db:
        found = db.execute(_MEASURED, values).fetchone()
    if found is None:
        return None
    name, inputs, day, program, facts, model, settings, rules, started, finished, *planted = found
    begun, end = started.replace(tzinfo=UTC), finished.replace(tzinfo=UTC) if finished else None
    return Run(name, begun, tuple(inputs), day, program, facts, model, settings, rules, end, *planted)


def owes_measure(path: Path, run: Run) -> bool:
    """Whether the run has articles, and neither it nor one before it checked planted sentences by its versions. Raises LedgerError."""
    with open_ledger(path) as db:
        has_articles = db.execute(_HAS_ARTICLES, [run.id]).fetchone() == (1,)
    return has_articles and find_measured(path, run) is None
