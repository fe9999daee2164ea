"""The flags of a run -> one for each error, however often it is made."""

from collections.abc import Set
from dataclasses import dataclass, field

from claims.ledger.claim_key import claim_key
from claims.records import CheckedArticle, Finding
from claims.report.build_flag import build_flag, build_place
from claims.report.build_row import Origins
from claims.report.flag_view import ArticleView, FlagView, PlaceView


@dataclass(slots=True)
class Group:
    """An error as it was first met, and its places so far."""

    text: str
    finding: Finding
    places: list[PlaceView] = field(default_factory=list)


class FlagGroups:
    """Takes the flags of a run in the order of the report; equal ones become one.

    Flags are equal where statement, facts and rule are (``claim_key``), with the same verdict in the same voice: what is to be
    done about a quotation is not what is to be done about the reporter's own words. ``new`` names those that the run
    before did not raise, by article and number.
    """

    def __init__(self, new: Set[tuple[str, int]] = frozenset()) -> None:
        self._new = new
        self._groups: dict[tuple[str, str, str], Group] = {}

    def add(self, view: ArticleView, checked: CheckedArticle, number: int, finding: Finding) -> None:
        """Take in a flag; ``number`` is that of the finding in its article."""
        key = (claim_key(finding).value, finding.verdict, finding.claim.voice)
        group = self._groups.setdefault(key, Group(checked.article.text, finding))
        is_new = (checked.article.id, number) in self._new
        group.places.append(build_place(view, checked.article, number, finding, is_new=is_new))

    def views(self, origins: Origins) -> tuple[FlagView, ...]:
        """Each error in the order in which it was first met."""
        return tuple(
            build_flag(number, group.text, group.finding, group.places, origins)
            for number, group in enumerate(self._groups.values(), 1)
        )
