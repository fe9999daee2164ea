"""An article against itself: one slot with two values, an age that does not go with a year of birth.

No store is needed: what is flagged is the later place, and the evidence is the earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from claims.judging.is_exact import is_exact
from claims.records import (
    Article,
    Claim,
    Fact,
    Finding,
    Interval,
    Modality,
    Reason,
    Repair,
    Verdict,
    Voice,
)
from claims.settings import Settings
from claims.values.names import name_key

HEADLINE = "the headline"
CONFIDENCE = 0.85
"""Probability that such a flag is an error: a prior, since real articles have too few of them to fit one."""
FIXED = {"born": 0, "died": 0, "founded": 1, "released": 1}
"""Predicates whose value never changes, with the years by which two statements of it may differ."""
AGE_YEARS = 2
"""Two ages of one person that lie this far apart are no birthday between writing and printing."""
PRESENT_YEARS = 1
"""A sentence that names a year farther from the article's tells of an age at another time."""
LONGEST_LIFE = 115


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement with where it stands: the article's id, or ``HEADLINE``."""

    finding: Finding
    place: str

    @property
    def claim(self) -> Claim:
        """The claim that is stated."""
        return self.finding.claim


def judge_consistency(
    findings: Sequence[Finding], article: Article, headline: Sequence[Claim], settings: Settings
) -> tuple[Finding, ...]:
    """The findings, with a flag in place of each that the headline, or an earlier one of the article, contradicts.

    None where the settings ask for more confidence than such a flag has.
    """
    if settings.min_confidence > CONFIDENCE:
        return tuple(findings)
    above = [Stated(_unjudged(claim), HEADLINE) for claim in headline]
    stated = [*above, *(Stated(finding, article.id) for finding in findings)]
    flagged = {
        place: flag for place, flag in _conflicts(stated, article.published) if _is_sure(flag, settings)
    }
    return tuple(flagged.get(index, finding) for index, finding in enumerate(findings, start=len(above)))


def _is_sure(flag: Finding, settings: Settings) -> bool:
    claim = flag.claim
    return flag.confidence >= settings.least_confidence_of(claim.shape, claim.predicate, flag.reason)


def _unjudged(claim: Claim) -> Finding:
    """A claim of the headline, which is no part of the text and has no finding of its own."""
    return Finding(claim, Verdict.NOT_ENOUGH_INFO, Reason.NO_FACT, claim.value, claim.checked.span, "")


def _conflicts(stated: Sequence[Stated], published: date | None) -> Iterator[tuple[int, Finding]]:
    for indices in _by_subject(stated):
        for position, later in enumerate(indices):
            earlier = next(
                (i for i in indices[:position] if differ(stated[i].claim, stated[later].claim, published)),
                None,
            )
            if earlier is not None and stated[later].place != HEADLINE:
                yield later, write_flag(stated[later].finding, stated[earlier], published)


def _by_subject(stated: Sequence[Stated]) -> Iterable[list[int]]:
    """The numbers of the statements of each subject; a last name alone goes to the one full name that ends with it."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(stated):
        key = subject_key(one.claim)
        if key and is_plain(one.finding):
            groups[key].append(index)
    for key in [key for key in groups if key.startswith("name:") and " " not in key]:
        full = [k for k in groups if k.startswith("name:") and k.endswith(f" {key[5:]}")]
        if len(full) == 1:
            groups[full[0]] = sorted(groups[full[0]] + groups.pop(key))
    return groups.values()


def subject_key(claim: Claim) -> str:
    """Who or what a claim is about: the entity, where it is one, else the name."""
    subject = claim.slot("subject")
    if subject is None or (claim.predicate not in FIXED and claim.predicate != "age"):
        return ""
    if len(subject.entities) == 1:
        return subject.entities[0]
    return "" if subject.entities else f"name:{name_key(subject.text)}"


def is_plain(finding: Finding) -> bool:
    """Whether a statement is the reporter's own, asserted, and not flagged by the store already."""
    claim = finding.claim
    return (
        not finding.is_flag
        and claim.modality is Modality.ASSERTED
        and claim.voice is Voice.REPORTER
        and "death" not in claim.cues
    )


def differ(one: Claim, other: Claim, published: date | None) -> bool:
    """Whether two statements of one subject cannot both be right."""
    if one.predicate == other.predicate == "age":
        ages = _age(one, published), _age(other, published)
        return None not in ages and abs((ages[0] or 0) - (ages[1] or 0)) >= AGE_YEARS
    if {one.predicate, other.predicate} == {"age", "born"}:
        age, born = (one, other) if one.predicate == "age" else (other, one)
        return not _goes_with(_age(age, published), years_of(born), published)
    if one.predicate != other.predicate:
        return False
    mine, theirs = _stretches(one), _stretches(other)
    apart = FIXED[one.predicate]
    return bool(mine and theirs) and all(
        a[1] + apart < b[0] or b[1] + apart < a[0] for a in mine for b in theirs
    )


def _stretches(claim: Claim) -> list[tuple[float, float]]:
    """The first and the last year of each reading of a claim's checked time: of a decade ten, of "before 1990" any before; none without a year."""
    slot = claim.checked
    return [
        (r.start.year if r.start else -inf, r.end.year if r.end else inf)
        for r in (() if slot.yearless else slot.readings)
    ]


def _age(claim: Claim, published: date | None) -> float | None:
    """An age that is said of the article's own time, or None."""
    quantity = claim.checked.quantity
    years = [r.start.year for s in claim.all_slots("time") for r in s.readings if r.start]
    if any(published is None or abs(year - published.year) > PRESENT_YEARS for year in years):
        return None
    return quantity.stated[0] if quantity and is_exact(quantity) else None


def _goes_with(age: float | None, births: Sequence[int], published: date | None) -> bool:
    """Whether an age fits a year of birth; so does anything where the age's time is not known."""
    if age is None or not births or published is None:
        return True
    possible = {published.year - year - less for year in births for less in (-1, 0, 1, 2)}
    return age in possible or any(published.year - year > LONGEST_LIFE for year in births)


def years_of(claim: Claim) -> list[int]:
    """The years that a claim's checked time may mean; none where it is longer than a year or names none."""
    stretches = _stretches(claim)
    return sorted({int(first) for first, last in stretches if first == last})


def write_flag(finding: Finding, earlier: Stated, published: date | None) -> Finding:
    """The flag on a statement that another one contradicts, with that one as its evidence."""
    slot, other = finding.claim.checked, earlier.claim
    fact = evidence_of(earlier)
    where = HEADLINE if earlier.place == HEADLINE else "another place"
    text = f"The text says {slot.text} here and {other.checked.text} in {where}; one of them is wrong."
    if finding.claim.predicate != other.predicate:
        text = f"An age of {_both(finding.claim, other)[0]} does not go with a birth in {_both(finding.claim, other)[1]}."
    new = _repair(finding.claim, other, published)
    return replace(
        finding,
        verdict=Verdict.MISMATCH,
        reason=Reason.INCONSISTENT,
        explanation=text,
        facts=(fact,),
        repairs=(Repair(slot.span, new, (fact.id,)),) if new else (),
        confidence=CONFIDENCE,
    )


def _both(one: Claim, other: Claim) -> tuple[str, str]:
    """The age and the birth among two claims, as the text writes them."""
    age, born = (one, other) if one.predicate == "age" else (other, one)
    return age.checked.text, born.checked.text


def _repair(claim: Claim, other: Claim, published: date | None) -> str:
    """The value that the other place gives; empty where it cannot be written here."""
    if claim.predicate == other.predicate:
        return other.checked.text
    if claim.predicate == "age" and published and len(years_of(other)) == 1:
        return str(published.year - years_of(other)[0])
    return ""


def evidence_of(stated: Stated) -> Fact:
    """The other place as evidence: what it says, and where it stands."""
    claim, slot = stated.claim, stated.claim.checked
    time = slot.readings[0] if slot.readings else None
    return Fact(
        id=f"text:{stated.place}:{slot.span.start}-{slot.span.end}",
        subject=subject_key(claim),
        predicate=claim.predicate,
        value=slot.text,
        text=claim.text,
        valid=Interval(time.start, time.end, time.precision) if time else None,
        as_of=None,
        source=f"text of {stated.place}",
    )
