"""Thresholds and tolerances of a run, each with unit, range and where its value comes from."""

from dataclasses import asdict, dataclass, fields
from functools import cache
from hashlib import sha256
from json import dumps
from math import inf

from claims.errors import SettingsError
from claims.records import Shape

WATCHING = frozenset(("min_canary_recall",))
"""Settings that say when a run has failed, and change no finding."""

DEFAULT_MODEL = "all-MiniLM-L6-v2"

WORTH = ("words", "vectors", "none")
SECOND_READER_MAY = ("explain", "veto")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may vary. Two runs with equal settings judge alike."""

    min_confidence: float = 0.5
    """Flags below it become not_enough_info with reason low_confidence. Probability, 0 to 1."""

    least_confidence: str = ""
    """The same for single shapes or rules, where it asks for more: ``office=0.97 event_date.took_place.different_time=off``. A rule is
    ``shape.predicate.reason``; ``off`` shows none. ``claims quality --write FILE`` sets it by what reviewers decided."""

    max_flags_per_1000_words: float = 0.0
    """Of an article's flags the surest so many are kept for each 1,000 words, rounded up; the others become low_confidence.
    0 keeps all. 0 to 1000."""

    handover_days: int = 7
    """Days after or before a term within which its holder is not flagged for it. 0 to 366.
    News written just after a handover still tells of the days before it; nothing is said in that time."""

    event_similarity: float = 0.45
    """Least cosine between a claim and an event found by vector alone. -1 to 1."""

    min_canary_recall: float = 0.7
    """A run that flags a smaller share of its planted errors ends as failed. 0 to 1; it changes no finding."""

    worth: str = "words"
    """How sentences are scored for the list of what was not judged: by their ``words``, by ``vectors`` (ranks somewhat
    better, benchmarks/results/worth.json, and embeds every sentence: some 3 ms each), or ``none``."""

    encoder: str = DEFAULT_MODEL
    """The sentence-transformers model that finds described events: the default, which ships as a package, or another one on this
    machine by the path of its folder or its name in the cache of Hugging Face; nothing is downloaded. It has a fact store of its own,
    built when it is first used. ``worth=vectors`` needs the default. Thresholds were chosen for the default: measure
    before you trust another one. ``claims distil FOLDER`` makes a static one (docs/evaluation.md)."""

    second_reader: str = ""
    """Somebody else who reads each flag: ``nli:MODEL``, a sentence-transformers CrossEncoder for inference that lies on this machine, or
    ``chat:MODEL@ADDRESS``, an endpoint of OpenAI's protocol, as ``chat:llama@http://127.0.0.1:8080/v1`` (its key, where it has one, in
    the environment variable CLAIMS_READER_KEY). Empty: nobody, and nothing leaves this machine."""

    second_reader_may: str = "explain"
    """What its word does: ``explain`` puts it beside the flag, ``veto`` also takes away the flags that it denies
    (not_enough_info, second_reader). Where it fails, the flag stands."""

    def __post_init__(self) -> None:
        for name, low, high in (
            ("min_confidence", 0.0, 1.0),
            ("max_flags_per_1000_words", 0.0, 1000.0),
            ("handover_days", 0, 366),
            ("min_canary_recall", 0.0, 1.0),
            ("event_similarity", -1.0, 1.0),
        ):
            value = getattr(self, name)
            if not low <= value <= high:
                raise SettingsError(f"{name} is {value}; it must lie between {low} and {high}")
        if self.second_reader_may not in SECOND_READER_MAY:
            raise SettingsError(
                f"second_reader_may is {self.second_reader_may!r}; it must be one of {', '.join(SECOND_READER_MAY)}"
            )
        if self.worth not in WORTH:
            raise SettingsError(f"worth is {self.worth!r}; it must be one of {', '.join(WORTH)}")
        if self.worth == "vectors" and self.encoder != DEFAULT_MODEL:
            raise SettingsError(
                f"worth=vectors needs the encoder {DEFAULT_MODEL}: it was trained on its vectors"
            )

        _read_least(self.least_confidence)

    def least_confidence_of(self, shape: str, predicate: str, reason: str) -> float:
        """The confidence from which on a flag of this rule is shown; infinite where none is."""
        least = _read_least(self.least_confidence)
        named = (least.get(shape, 0.0), least.get(f"{shape}.{predicate}.{reason}", 0.0))
        return max(self.min_confidence, *named)

    @property
    def version(self) -> str:
        """Twelve hex digits that change when any setting changes that decides a finding."""
        deciding = {name: value for name, value in asdict(self).items() if name not in WATCHING}
        return sha256(dumps(deciding, sort_keys=True).encode()).hexdigest()[:12]


@cache
def _read_least(text: str) -> dict[str, float]:
    """The confidences of ``least_confidence`` by shape and rule. Raises SettingsError."""
    least: dict[str, float] = {}
    for part in text.split():
        name, _, value = part.partition("=")
        shape, *rule = name.split(".")
        try:
            least[name] = inf if value == "off" else float(value)
        except ValueError as error:
            raise SettingsError(
                f"least_confidence holds {part!r}; give NAME=CONFIDENCE or NAME=off"
            ) from error
        if (
            shape not in tuple(Shape)
            or len(rule) not in (0, 2)
            or not (value == "off" or 0 <= least[name] <= 1)
        ):
            raise SettingsError(
                f"least_confidence holds {part!r}; NAME is a shape or a rule (shape.predicate.reason), CONFIDENCE lies between 0 and 1"
            )
    return least


SETTING_NAMES = tuple(f.name for f in fields(Settings))
