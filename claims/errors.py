"""Every error the library raises on purpose.

ClaimsError
├── ReadingError          an input could not be read as an article; the others go on
│   ├── MissingInput      the path does not exist
│   ├── NotText           binary, empty or undecodable content
│   ├── BadRecord         a JSON line, a row or a front matter that does not hold an article
│   ├── MissingExtra      a package that reads this kind of file is not installed
│   └── NotFetched        an address that is refused, or where there is nothing to be had
│       └── Unanswered    a server that does not answer, or asks to come back later: try again
├── PackError             a pack under ``data/`` is not well formed
├── StoreError            the fact store is missing, foreign or of another version
├── ModelError            a model's weights are missing, not the published ones, or of another kind
├── SecondReaderError     the second reader gave no answer; the flag that it was asked about stands
├── SettingsError         a setting is out of its range
├── RefreshError          facts could not be had from Wikidata, or do not make a pack
│   ├── Unreachable       the endpoint does not answer, or asks to come back later: try again
│   └── DumpError         a dump is cut off or is none
├── NoSuchFinding         a number that no finding of the file has
├── CaseError             an evaluation file does not follow the case format
├── LedgerError           the run database cannot be opened or written
│   ├── LedgerLocked      another process has it open: try again
│   ├── NothingToResume   no run was cut off, or what it ran with has changed
│   ├── NoSuchFlag        a flag that the ledger does not hold, or holds no longer
│   ├── NothingToUndo     no decision of this reviewer that could be taken back
│   └── DecidedMeanwhile  somebody else has decided since the flag was shown
├── DecisionsError        a file of decisions does not follow its format
├── OutputError           a report or the folder for reports cannot be written
├── BlindRun              a run missed too many of its planted errors; its reports are written
└── ServerError           Prefect's API did not start (raised in ``flows``)

The text of an error says what happened and what to do; the command line prints it as it is.
"""


class ClaimsError(Exception):
    """Base of every error raised on purpose."""


class ReadingError(ClaimsError):
    """An input could not be read as an article."""


class MissingInput(ReadingError):
    """The path does not exist."""


class NotText(ReadingError):
    """The content is binary, empty or in no encoding we can read."""


class BadRecord(ReadingError):
    """A record of a file does not hold an article."""


class MissingExtra(ReadingError):
    """The package that reads a kind of file is an extra, and is not installed."""


class NotFetched(ReadingError):
    """An address is refused, or there is nothing to be had there."""


class Unanswered(NotFetched):
    """A server does not answer, or has a failure that may pass: another attempt is worth it."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait
        """Seconds after which it asks to be asked again, or None."""


class PackError(ClaimsError):
    """A pack of reference facts is not well formed."""


class StoreError(ClaimsError):
    """The fact store is missing, foreign or of another version."""


class ModelError(ClaimsError):
    """The encoder's weights are missing or not the published ones."""


class SecondReaderError(ClaimsError):
    """The second reader gave no answer."""


class SettingsError(ClaimsError):
    """A setting is out of its range."""


class CaseError(ClaimsError):
    """An evaluation file does not follow the case format."""


class LedgerError(ClaimsError):
    """The run database cannot be opened or written."""


class LedgerLocked(LedgerError):
    """Another process has the run database open; it may be free in a moment."""


class NothingToResume(LedgerError):
    """No run was cut off, or what it ran with has changed since."""


class NoSuchFlag(LedgerError):
    """The ledger holds no such flag: it never did, or the article, the facts or the rule have changed."""


class NothingToUndo(LedgerError):
    """There is no decision of the reviewer, not long ago, that could be taken back."""


class DecidedMeanwhile(LedgerError):
    """Somebody else has decided on flags since they were shown; nothing was written."""

    def __init__(self, message: str, flags: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.flags = flags
        """Which flags they are, by ``flags.occurrence``."""


class DecisionsError(ClaimsError):
    """A file of decisions does not follow its format."""


class OutputError(ClaimsError):
    """A report or the folder for reports cannot be written."""


class NoSuchFinding(ClaimsError):
    """The file has no finding of that number."""


class BlindRun(ClaimsError):
    """A run flagged too few of the errors that were planted in it; what it wrote is not to be relied on."""


class ServerError(ClaimsError):
    """Prefect's API did not start."""


class RefreshError(ClaimsError):
    """Facts could not be had from Wikidata, or do not make a pack."""


class Unreachable(RefreshError):
    """The endpoint does not answer, or asks to come back later; what came so far is kept."""


class DumpError(RefreshError):
    """A dump is cut off, or is none."""
