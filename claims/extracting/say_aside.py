"""What stands between the parts of a wording and makes it say something else: "won the right to host the World Cup"."""

from claims.extracting.mentions import Reading
from claims.extracting.phrasings import Phrasing
from claims.records import Span

IN_CONTEST = "in_contest"
"""The cue of a match that is said to have been in a contest, not to have been its final."""
LOOSE = "loose"
_CONTESTS = frozenset(("won_by", "runner_up", "score"))
_APPEARED = frozenset(("released", "published", "made"))
_PARTS = frozenset(
    (
        "right", "rights", "bid", "bidding", "game", "games", "match", "matches", "semifinal", "semi", "quarterfinal", "quarter", "group",
        "medal", "medals", "toss", "third", "bronze", "silver", "race", "stage", "leg", "round", "opener", "boot", "ball", "glove",
        "host", "hosting", "vote", "auction", "contract", "heat", "heats", "qualifier", "qualifying", "set", "place", "spot", "ticket",
        "nomination", "percent", "praise", "point", "points", "seat", "shot", "chance", "lottery", "draw", "permission", "support", "applause",
    )
)  # fmt: skip
"""Who won one of these at a contest did not win the contest."""
_REISSUES = frozenset(
    (
        "dvd", "blu", "video", "3d", "imax", "restored", "digital", "digitally", "streaming", "paperback", "hardback", "translation",
        "translated", "english", "french", "german", "spanish", "russian", "chinese", "vinyl", "cd", "remastered", "again", "anniversary",
        "re", "edition", "version", "remake", "sequel",
    )
)  # fmt: skip
"""Beside one of these a work came out another time."""


_RANKS = frozenset(("longest", "oldest", "shortest", "most", "least", "greatest", "highest", "lowest"))
"""Who became the longest-serving chancellor became so while in office: "the youngest president" begins a term, this does not."""
_BEGAN = frozenset(("launched", "opened", "started", "began", "born"))
"""With a place these may be said of business there alone: "Uber, launched in London in 2012"."""


_OTHERWISE: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CONTESTS, _PARTS),
    **dict.fromkeys(_APPEARED, _REISSUES),
    "held_by": _RANKS,
}
"""By predicate the words that make a wording say something else."""


def says_aside(phrasing: Phrasing, subject: Span, value: Span, reading: Reading) -> frozenset[str] | None:
    """Cues of what stands between subject and value; None where the wording says something else."""
    name = phrasing.predicate.name
    left, right = min(subject.end, value.end), max(subject.start, value.start)
    between = {token.key for token in reading.tokens if left <= token.start < right}
    if between & _OTHERWISE.get(name, frozenset()):
        return None
    if name in _CONTESTS:
        if "%" in reading.between(left, right):  # Dukakis received 43.3% of the 1988 election
            return None
        # Who won the whole "by beating" somebody did so in the last match.
        is_match = "[person|team] ~ won" not in phrasing.phrase and (
            "beat" in phrasing.phrase or "lost" in phrasing.phrase or "over|" in phrasing.phrase
        )
        return frozenset((IN_CONTEST,)) if is_match and "final" not in phrasing.phrase else frozenset()
    places = [n for n in reading.names if left <= n.span.start < right and n.of_kind("place", "country")]
    if name == "founded":
        return frozenset((LOOSE,)) if places and between & _BEGAN else frozenset()
    if name in _APPEARED:
        return frozenset((LOOSE,)) if places else frozenset()
    return frozenset()
