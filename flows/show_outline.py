"""What was read in articles, for a person at a terminal: in colour there, plain where the output is no terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from claims.extracting.outline import SentenceOutline
from claims.records import CONTEXT, Article, Claim, EntityMention, Interval, Slot, Span, TimeMention
from claims.report.printable import printable
from claims.report.scored_outline import ScoredOutline, Worth
from claims.store.open import Store
from claims.values.dates import write_interval
from claims.values.quantities.mention import QuantityMention
from flows.stdout_console import StdoutConsole

STYLES = {"name": "cyan", "anaphor": "magenta", "time": "green", "quantity": "yellow"}
PARTS = 5
"""Parts of a score that are shown; the JSON holds them all."""
SENSES = 3


def show_outline(outlines: Sequence[ScoredOutline], store: Store) -> None:
    """Print every sentence with its score, mentions and claims. No text of an article steers the terminal."""
    console = StdoutConsole()
    for scored in outlines:
        _show_article(console, scored, store)


def _show_article(console: Console, scored: ScoredOutline, store: Store) -> None:
    article = scored.outline.article
    published = article.published.isoformat() if article.published else "date unknown"
    console.print(Text(f"{_line(article.source)} ({published})", style="bold"))
    for sentence, worth in zip(scored.outline.sentences, scored.worths, strict=True):
        console.print()
        console.print(_sentence(sentence, article))
        for indent, line in _below(sentence, worth, article, store):
            console.print(Text(" " * indent).append_text(line))
    for part in scored.outline.aside:
        console.print()
        console.print(Text(f"Set aside ({part.reason}): {_line(part.span.of(article.text))}", style="dim"))
    console.print()


def _sentence(outline: SentenceOutline, article: Article) -> Text:
    """The sentence with its mentions coloured."""
    start = outline.sentence.span.start
    text = Text(_kept(article.text[start : outline.sentence.span.end]), style="bold")
    marked = (
        *((name.span, "name") for name in outline.names),
        *((quantity.span, "quantity") for quantity in outline.quantities),
        *((time.span, "time") for time in outline.times),
        *((name.span, "anaphor") for name in outline.anaphors),
    )
    for span, kind in marked:
        text.stylize(STYLES[kind], span.start - start, span.end - start)
    return text


def _below(
    outline: SentenceOutline, worth: Worth, article: Article, store: Store
) -> Iterator[tuple[int, Text]]:
    """The lines below a sentence with their indent."""
    yield 2, _worth(worth)
    for name in outline.names:
        yield 2, _mention(name.span, "name", _senses(name, store), article)
    for name in outline.anaphors:
        yield 2, _mention(name.span, "anaphor", _senses(name, store), article)
    for time in outline.times:
        yield 2, _mention(time.span, "time", _time(time), article)
    for quantity in outline.quantities:
        yield 2, _mention(quantity.span, "quantity", _quantity(quantity), article)
    for claim in outline.claims:
        yield 2, _claim(claim)
        yield from ((4, _slot(slot, claim, article)) for slot in claim.slots if slot.name not in CONTEXT)


def _worth(worth: Worth) -> Text:
    parts = ", ".join(
        f"{' '.join((part.kind, *_told(part.name)))} {part.adds:+.2f}" for part in worth.contributions[:PARTS]
    )
    style = "bold red" if worth.is_worthy else "dim"
    return Text.assemble((f"worth checking {worth.score:.0%}", style), f": {parts}")


def _told(name: str) -> list[str]:
    """The words of a part, with the ends of a sentence spelt out."""
    return [{"<": "(start)", ">": "(end)"}.get(word, word) for word in _line(name).split()]


def _mention(span: Span, kind: str, meaning: str, article: Article) -> Text:
    return Text.assemble(
        (f"{kind} ", "dim"), (_line(span.of(article.text)), STYLES[kind]), f" = {_line(meaning)}"
    )


def _senses(name: EntityMention, store: Store) -> str:
    names = [f"{store.name(s.entity)} ({s.entity}, {s.alias_kind})" for s in name.senses[:SENSES]]
    more = len(name.senses) - len(names)
    return " or ".join(names) + (f" or {more} more" if more else "")


def _time(time: TimeMention) -> str:
    if not time.readings:
        return f"not resolved ({time.unresolved or 'unclear'})"
    relation = "" if time.relation == "at" else f"{time.relation} "
    return " or ".join(f"{relation}{_interval(reading)}" for reading in time.readings)


def _interval(reading: Interval) -> str:
    about = "about " if reading.approximate else ""
    return f"{about}{write_interval(reading)} (to the {reading.precision})"


def _quantity(quantity: QuantityMention) -> str:
    stated = " to ".join(f"{value:,.12g}" for value in quantity.stated)
    bounds = f", {_bound(quantity.low)} to {_bound(quantity.high)}"
    return f"{stated} {quantity.unit} ({quantity.kind}{bounds})".replace("  ", " ")


def _bound(value: float | None) -> str:
    return "any" if value is None else f"{value:,.12g}"


def _claim(claim: Claim) -> Text:
    speaker = f" ({_line(claim.speaker)})" if claim.speaker else ""
    return Text.assemble(
        ("claim ", "dim"),
        (f"{claim.shape} {claim.predicate}", "bold blue"),
        f", {claim.voice}{speaker}, {claim.modality}: ",
        (_line(claim.text), "italic"),
    )


def _slot(slot: Slot, claim: Claim, article: Article) -> Text:
    mark = "checked " if slot is claim.checked else ""
    numbers = (
        [f"{value:,.12g} {slot.quantity.unit}".strip() for value in slot.quantity.stated]
        if slot.quantity
        else []
    )
    parts = [*slot.entities[:SENSES], *(_interval(reading) for reading in slot.readings[:1]), *numbers]
    meaning = f" = {', '.join(parts)}" if parts else ""
    reason = f" not resolved ({slot.unresolved})" if slot.unresolved else ""
    return Text.assemble(
        (f"{mark}{slot.name} ", "dim"), f"{_line(slot.span.of(article.text))}{meaning}{reason}"
    )


def _line(text: str) -> str:
    """The text on one line, nothing in it that could steer a terminal."""
    return " ".join(printable(text).split())


def _kept(text: str) -> str:
    """The same, with every character kept in its place, so that offsets still fit."""
    return "".join(" " if char.isspace() else printable(char) for char in text)
