"""``claims apply``: corrected copies of the articles of a run."""

from collections.abc import Iterator
from pathlib import Path

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.report.corrections import find_corrections
from claims.report.write_copies import Changes, Copied, write_copies
from flows.exit_status import FLAGGED, NOTHING
from flows.recall_run import RecalledRun, recall_run
from flows.write_terminal import complain, write_lines


def apply_corrections(out: Path, name: str, folder: Path, *, first_repairs: bool, unchecked: bool) -> int:
    """Write the copies and say what became of each article; 1 where one was refused. Raises LedgerError, OutputError."""
    recalled = recall_run(out, name)
    left: list[int] = []
    changes = _changes(recalled, left, accepted=not first_repairs)
    copied = refused = 0
    try:
        for result in write_copies(changes, folder, unchecked=unchecked):
            if isinstance(result, Copied):
                copied += 1
                write_lines(
                    [f"{result.article}: {_counted(result.corrections, 'correction')}, {result.path}"]
                )
            else:
                refused += 1
                complain(f"{result.article}: {result.why}")
    except OSError as error:
        cause = NO_SPACE if is_disk_full(error) else error.strerror or error
        raise OutputError(f"the copies in {folder} cannot be written: {cause}") from error
    write_lines(
        [
            f"{_counted(copied, 'article')} corrected, {refused:,} refused, {_counted(sum(left), 'flag')} left to a person"
        ]
    )
    if not (first_repairs or copied or refused or sum(left)):
        write_lines(
            [
                f"No correction is accepted yet; claims review --out {out} opens the desk, --first-repairs corrects every flag"
            ]
        )
    return FLAGGED if refused else NOTHING


def _changes(recalled: RecalledRun, left: list[int], *, accepted: bool) -> Iterator[Changes]:
    """The articles in which something is to be changed; ``left`` is told how many flags of each are not."""
    for checked in recalled.articles():
        corrections = find_corrections(checked, accepted=accepted)
        left.append(len(corrections.left))
        if corrections.made:
            yield checked.article, corrections.made


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
