"""Sentences made from templates -> the same with article and verb that fit the event's name."""

import re

# "2022 Winter Olympics was held in Beijing": a template does not know that the name is a plural.
_EVENT = re.compile(r"^(?P<name>\d{4} [^:;.]*?) (?P<verb>was|is|has|had)(?= )")
_PLURAL = re.compile(r"(?:Olympics|Paralympics|Games|Championships|elections|Awards|talks)$")
_VERBS = {"was": "were", "is": "are", "has": "have", "had": "had"}
# "what is known of Fall of the Berlin Wall", "; 2022 SCO summit is dated": a description takes an article, a name does not.
_BARE = re.compile(r"(?:(?<=is known of )|(?<=; ))(?=\d{4} [A-Z]|[A-Z][^.;:]* of [A-Zt])")


def agree(sentence: str) -> str:
    """The sentence with an article before an event that is named by year or description, and a fitting verb."""
    event = _EVENT.match(sentence)
    if event is None:
        return _BARE.sub("the ", sentence)
    verb = _VERBS[event["verb"]] if _PLURAL.search(event["name"]) else event["verb"]
    return f"The {event['name']} {verb}{sentence[event.end() :]}"
