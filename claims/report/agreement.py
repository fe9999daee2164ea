"""Sentences made from templates -> the same with article and verb that fit the event's name."""

import re

# "2022 Winter Olympics was held in Beijing": a template does not know that the name is a plural.
_EVENT = re.compile(r"^(?P<name>\d{4} [^:;.]*?) (?P<verb>was|is|has|had)(?= )")
_PLURAL = re.compile(r"(?:Olympics|Paralympics|Games|Championships|elections|Awards|talks)$")
_VERBS = {"was": "were", "is": "are", "has": "have", "had": "had"}
_BARE = re.compile(r"(?<=is known of )(?=\d{4} )")


def agree(sentence: str) -> str:
    """The sentence with ``The`` before an event that is named by its year, and the verb in its number."""
    event = _EVENT.match(sentence)
    if event is None:
        return _BARE.sub("the ", sentence)
    verb = _VERBS[event["verb"]] if _PLURAL.search(event["name"]) else event["verb"]
    return f"The {event['name']} {verb}{sentence[event.end() :]}"
