"""A small page of news, with what publishing systems put around an article."""

BODY = (
    "The council of the harbour town voted on Tuesday to widen the north quay by forty metres.",
    "Work is to begin in the autumn and to last two years, and the ferries will call at the south quay meanwhile.",
    "The mayor said that the town had waited long for this, and that it would pay for half of it by itself.",
)
TEXT = "\n".join(BODY)


def page(head: str = "", lang: str = "en", extra: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Quay to be widened</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav>'
        f"<main><article><h1>Quay to be widened</h1>{paragraphs}{extra}</article></main>"
        "<footer><p>Imprint and contact</p></footer></body></html>"
    )
