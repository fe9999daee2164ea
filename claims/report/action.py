"""What an editor is to do about an error, by whose words it stands in."""

from enum import StrEnum

from claims.records import Voice


class Action(StrEnum):
    """What becomes of the text."""

    FIX = "fix"
    NOTE = "note"
    LEAVE = "leave"


ACTIONS = {Voice.REPORTER: Action.FIX, Voice.QUOTED: Action.NOTE, Voice.ATTRIBUTED: Action.LEAVE}
"""A quotation is not changed, and what a source is said to have said not before it has been asked."""
