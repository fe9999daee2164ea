"""A second reader's word on a flag, as a sentence for an editor."""

from claims.records import Finding, Opinion

WORDS = {
    Opinion.CONFIRMS: "finds the flag right",
    Opinion.DENIES: "finds the flag wrong",
    Opinion.UNSURE: "cannot say",
    Opinion.FAILED: "gave no answer",
}


def second_note(finding: Finding) -> tuple[str, ...]:
    """The sentence, or nothing where nobody was asked."""
    reading = finding.second_reading
    if reading is None:
        return ()
    why = f": {reading.why.rstrip('.')}" if reading.why else ""
    return (f"The second reader ({reading.reader}) {WORDS[reading.opinion]}{why}.",)
