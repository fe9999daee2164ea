"""The view of a report -> one HTML file that needs nothing beside it."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.report.as_index import as_index
from claims.report.flag_view import FlagView
from claims.report.pack_text import pack_text
from claims.report.printable import printable
from claims.report.view import ReportView
from claims.report.wording import (
    action_in_words,
    confidence_in_words,
    in_words,
    probability_in_words,
    rejection_in_words,
    scope_in_words,
    slot_in_words,
)
from claims.values.dates import write_partial

INLINE = 100
"""Flags that stand in the page as they are; without its script these are shown."""

CHUNK = 100
"""Flags that are packed together, and unpacked when one of them is shown."""

MOST_PLACES = 50
"""Places of one flag that are listed with it."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The flags of a report as markup: the first ones as they stand in the page, the others packed."""

    shown: tuple[str, ...]
    packed: tuple[str, ...]


def render_cards(flags: Sequence[FlagView]) -> Cards:
    """The cards of flags, which are most of the work of a page."""
    return Cards(tuple(_flags(flags[:INLINE])), tuple(_chunks(flags[INLINE:])))


def as_html(view: ReportView, cards: Cards | None = None) -> str:
    """A complete page with its style and script inside; it loads nothing and runs no other script.

    Beyond the first flags, all others are packed, so that ten thousand of them open at once and fit into a mail. ``cards`` are
    those of the view's flags, where they are at hand.
    """
    env = _environment()
    style, script = _asset("report.css"), _scripts()
    cards = cards or render_cards(view.flags)
    return env.get_template("report.html.j2").render(
        view=view,
        shown=tuple(map(Markup, cards.shown)),
        packed=cards.packed,
        index=pack_text(as_index(view)) if view.flags else "",
        style=style,
        script=script,
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
    )


def _flags(flags: Sequence[FlagView]) -> Iterator[str]:
    template = _environment().get_template("flag.html.j2")
    for flag in flags:
        yield template.render(flag=flag, most_places=MOST_PLACES)


def _chunks(flags: Sequence[FlagView]) -> Iterator[str]:
    for start in range(0, len(flags), CHUNK):
        yield pack_text("".join(_flags(flags[start : start + CHUNK])))


@cache
def _environment() -> Environment:
    # autoescape for markup, finalize for what escaping lets through: NUL, bidi overrides, surrogates.
    env = Environment(
        loader=PackageLoader("claims", "report/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        words=in_words,
        slot=slot_in_words,
        certainty=confidence_in_words,
        rejection=rejection_in_words,
        scope=scope_in_words,
        probability=probability_in_words,
        action=action_in_words,
        day=_day,
        plural=_plural,
        shorten=_shorten,
    )
    return env


def _finalize(value: object) -> object:
    return value if hasattr(value, "__html__") else printable(str(value))


def _asset(name: str) -> Markup:
    """A file of our own beside the templates, put in unescaped."""
    env = _environment()
    assert env.loader is not None
    source, _path, _fresh = env.loader.get_source(env, name)
    # A browser hashes the text after it has made every line end a newline.
    return Markup(source.replace("\r\n", "\n"))


def _scripts() -> Markup:
    """The page's one script: each file defines what the next uses."""
    parts = (
        _asset(f"{name}.js") for name in ("unpack", "index", "filter", "list", "decide", "keys", "start")
    )
    return Markup(f'"use strict";\n(() => {{\n{"".join(parts)}}})();\n')


def _csp_hash(content: str) -> str:
    """The hash by which the page's own policy lets this style or script in, and nothing else."""
    digest = sha256(content.encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def _day(moment: date | datetime) -> str:
    return write_partial(moment.strftime("%Y-%m-%d"))


def _plural(number: int, noun: str) -> str:
    """The number with its noun: ``1 flag``, ``1,204 flags``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


LABEL = 40


def _shorten(label: str) -> str:
    """A label that fits above its bar; its end tells sources apart better than its beginning."""
    return label if len(label) <= LABEL else f"…{label[-LABEL:]}"
