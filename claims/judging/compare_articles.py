"""Articles of a batch against each other: what one says of a known entity and another contradicts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.judging.judge_consistency import FIXED, differ, is_plain, subject_key
from claims.records import CheckedArticle, Disagreement, Finding, Place

Said = tuple[CheckedArticle, Finding]


def compare_articles(checked: Sequence[CheckedArticle]) -> Iterator[Disagreement]:
    """Each statement that one of an earlier article contradicts, with that one, in the order of the articles.

    Only what never changes is compared (births, deaths, foundations, releases), and only of entities of the
    store: two articles that share nothing but a name may speak of two people. They are no flags: where the store
    has no value of its own it does not know either that both articles mean the same one.
    """
    said: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for article in checked:
        own = [finding for finding in article.findings if is_plain(finding) and _is_of_entity(finding)]
        for finding in own:
            yield from _against((article, finding), said[_slot(finding)])
        for finding in own:
            said[_slot(finding)].append((article, finding))


def _is_of_entity(finding: Finding) -> bool:
    """Whether it states something that never changes, of somebody or something that the store knows."""
    return finding.claim.predicate in FIXED and "/" in subject_key(finding.claim)


def _slot(finding: Finding) -> tuple[str, str]:
    return subject_key(finding.claim), finding.claim.predicate


def _against(one: Said, earlier: Sequence[Said]) -> Iterator[Disagreement]:
    """The statement with the first of the earlier ones that cannot be right beside it."""
    other = next((was for was in earlier if differ(was[1].claim, one[1].claim, None)), None)
    if other:
        yield Disagreement(*_slot(one[1]), _place(other), _place(one))


def _place(said: Said) -> Place:
    checked, finding = said
    return Place(checked.article, finding.claim.checked.span, finding.claim.sentence)
