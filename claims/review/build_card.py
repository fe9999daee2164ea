"""A flag of the ledger -> everything that the desk shows of it."""

from dataclasses import dataclass

from claims.errors import NoSuchFlag
from claims.ledger.read_article import ReviewedArticle
from claims.ledger.read_history import PastDecision
from claims.ledger.read_queue import QueuedFlag
from claims.records import Finding
from claims.report.build_flag import build_flag, build_place
from claims.report.build_row import Origins, build_article
from claims.report.flag_view import FlagView
from claims.review.group_queue import Group, state_of

PLACES = 25
"""Other places of an error that are listed; the rest are counted."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A flag to decide on: as the report shows it, with its places, its history and how many flags its rule has raised.

    ``group`` holds every place of the error, ``open`` how many of them nobody has decided on.
    """

    flag: QueuedFlag
    view: FlagView
    state: str
    group: Group
    places: tuple[QueuedFlag, ...]
    history: tuple[PastDecision, ...]
    same_rule: int

    @property
    def seen(self) -> str:
        """The decision that the reviewer sees on it, empty where there is none."""
        return self.flag.standing.id if self.flag.standing else ""

    @property
    def more_places(self) -> int:
        """Places that are not listed."""
        return len(self.group.flags) - 1 - len(self.places)


def build_card(
    flag: QueuedFlag,
    article: ReviewedArticle,
    group: Group,
    same_rule: int,
    origins: Origins,
) -> CardView:
    """The card of a flag whose article is at hand."""
    others = [other for other in group.flags if other.occurrence != flag.occurrence]
    read = article.checked.article
    number, finding = _finding(flag, article)
    place = build_place(build_article(1, read), read, number, finding, is_new=False)
    return CardView(
        flag=flag,
        view=build_flag(1, read.text, finding, [place], origins),
        state=state_of(flag),
        group=group,
        places=tuple(others[:PLACES]),
        history=article.history,
        same_rule=same_rule,
    )


def _finding(flag: QueuedFlag, article: ReviewedArticle) -> tuple[int, Finding]:
    """The finding of a flag with its number. Raises NoSuchFlag where the article was judged again just now."""
    for number, occurrence in article.flags.items():
        if occurrence == flag.occurrence:
            return number, article.checked.findings[number - 1]
    raise NoSuchFlag("this flag is gone: the article, the facts or the rule have changed")
