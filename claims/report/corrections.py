"""The flags of an article -> the changes to its text that are proposed, or that an editor has accepted."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import CheckedArticle, Choice, Finding, Repair
from claims.report.action import ACTIONS, Action
from claims.report.order import numbered_findings


@dataclass(frozen=True, slots=True)
class Correction:
    """A repair that is to be made, and the flag that it is for."""

    finding: Finding
    repair: Repair


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is to be changed, in text order and without overlaps, and the flags that are left to a person.

    ``left`` holds those without a repair, in others' words, or in the way of another correction.
    """

    made: tuple[Correction, ...]
    left: tuple[Finding, ...]


def find_corrections(checked: CheckedArticle, *, accepted: bool) -> Corrections:
    """The corrections of an article: of its accepted flags, or with ``accepted`` false of all with their first repairs.

    Only the reporter's own words are changed, unless an editor has chosen a repair for others'. Of two that overlap the surer one is made.
    """
    flags = [finding for _number, finding in numbered_findings(checked) if finding.is_flag]
    if accepted:
        flags = [flag for flag in flags if flag.decision and flag.decision.choice is Choice.ACCEPT]
    made: list[Correction] = []
    for flag in sorted(flags, key=lambda flag: -flag.confidence):
        repair = chosen_repair(flag)
        if repair is not None and not any(repair.span.overlaps(other.repair.span) for other in made):
            made.append(Correction(flag, repair))
    corrected = {id(correction.finding) for correction in made}
    in_order = tuple(sorted(made, key=lambda correction: correction.repair.span))
    return Corrections(in_order, tuple(flag for flag in flags if id(flag) not in corrected))


def chosen_repair(flag: Finding) -> Repair | None:
    """The repair that an editor chose of an accepted flag; else the first, where the words are the reporter's own."""
    decision = flag.decision
    if decision and decision.choice is Choice.ACCEPT:
        place = decision.repair
        return flag.repairs[place - 1] if place and place <= len(flag.repairs) else None
    own = ACTIONS[flag.claim.voice] is Action.FIX
    return flag.repairs[0] if own and flag.repairs else None


def correct_text(text: str, corrections: Iterable[Correction]) -> str:
    """The text with corrections made that do not overlap, in text order."""
    parts, done = [], 0
    for correction in corrections:
        span = correction.repair.span
        parts += [text[done : span.start], correction.repair.replacement]
        done = span.end
    return "".join([*parts, text[done:]])
