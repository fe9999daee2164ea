"""Articles of a batch against each other: what one says of a known entity and another contradicts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.judging.judge_consistency import FIXED, Stated, differ, is_plain, subject_key, write_flag
from claims.records import CheckedArticle, Finding


def compare_articles(checked: Sequence[CheckedArticle]) -> tuple[CheckedArticle, ...]:
    """The articles, with a flag in place of each finding that one of an earlier article contradicts.

    Only what never changes is compared (births, deaths, foundations, releases), and only of entities of the
    store: two articles that share nothing but a name may speak of two people. Earlier is earlier in the batch.
    """
    said: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    compared = []
    for article in checked:
        findings = tuple(_against(finding, said) for finding in article.findings)
        compared.append(replace(article, findings=findings))
        for finding in findings:
            if is_plain(finding) and _is_of_entity(finding):
                said[_slot(finding)].append(Stated(finding, article.article.id))
    return tuple(compared)


def _is_of_entity(finding: Finding) -> bool:
    """Whether it states something that never changes, of somebody or something that the store knows."""
    return finding.claim.predicate in FIXED and "/" in subject_key(finding.claim)


def _slot(finding: Finding) -> tuple[str, str]:
    return subject_key(finding.claim), finding.claim.predicate


def _against(finding: Finding, said: dict[tuple[str, str], list[Stated]]) -> Finding:
    """The finding, or the flag that an earlier article makes of it."""
    if not is_plain(finding) or not _is_of_entity(finding):
        return finding
    other = next((s for s in said.get(_slot(finding), ()) if differ(s.claim, finding.claim, None)), None)
    return write_flag(finding, other, None) if other else finding
