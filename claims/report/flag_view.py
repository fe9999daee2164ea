"""What the report shows of a flag, as plain data."""

from dataclasses import dataclass

from claims.ledger.claim_key import ClaimKey
from claims.report.excerpt import Excerpt
from claims.report.mark_slots import Piece


@dataclass(frozen=True, slots=True)
class ArticleView:
    """How an article is named; ``key`` is its place in the report, ``link`` a web address or None.

    ``source`` is where it was read from, None where the headline says so already. ``origin`` is what it is counted under,
    ``day`` when it was published, ISO or empty.
    """

    key: int
    headline: str
    published: str
    source: str | None
    link: str | None
    origin: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class OriginView:
    """A source of facts: its title, and its address on the web or None."""

    title: str
    link: str | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A fact: its sentence, where it is from and until when it is known to hold."""

    text: str
    origin: OriginView
    as_of: str | None


@dataclass(frozen=True, slots=True)
class RepairView:
    """A repair inside its sentence: what stays, what is struck, what is put in."""

    before: str
    struck: str
    inserted: str
    after: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an error stands: its article, which finding of it (as in the ledger, from 1), and the words with their sentence.

    ``article_id`` and ``sha256`` tell the article and its text from others, ``start`` and ``end`` are offsets into it. ``new`` says that the
    run before did not raise it.
    """

    article: ArticleView
    article_id: str
    sha256: str
    finding: int
    start: int
    end: int
    excerpt: Excerpt
    new: bool


@dataclass(frozen=True, slots=True)
class FlagView:
    """One error, and every place where it is made; it is told in full as it stands in the first.

    ``lead`` and ``tail`` are the excerpt's parts before and after the span, in pieces; ``marked`` is the span,
    of which the pieces with a slot do not fit. ``notes`` says what an editor should know of
    voice and modality. ``statement`` is the claim in words that stand alone, empty where the sentence does.
    ``evidence`` is what an editor needs, ``more`` the rest, which is folded.
    """

    number: int
    key: ClaimKey
    places: tuple[PlaceView, ...]
    verdict: str
    shape: str
    reason: str
    slot: str
    voice: str
    action: str
    before: str
    lead: tuple[Piece, ...]
    excerpt: Excerpt
    marked: tuple[Piece, ...]
    tail: tuple[Piece, ...]
    after: str
    statement: str
    explanation: str
    evidence: tuple[EvidenceView, ...]
    more: tuple[EvidenceView, ...]
    repairs: tuple[RepairView, ...]
    confidence: float
    notes: tuple[str, ...]
    decided: str = ""
    """What a reviewer has said of it already, in words; a rejected one is no flag."""

    @property
    def article(self) -> ArticleView:
        """The article of the first place."""
        return self.places[0].article

    @property
    def new(self) -> bool:
        """Whether any of its places is new."""
        return any(place.new for place in self.places)
