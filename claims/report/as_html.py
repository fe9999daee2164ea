"""The view of a report -> one HTML file that needs nothing beside it."""

from base64 import b64encode
from datetime import date, datetime
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.report.printable import printable
from claims.report.view import ReportView
from claims.report.wording import (
    confidence_in_words,
    in_words,
    rejection_in_words,
    scope_in_words,
    slot_in_words,
)
from claims.values.dates import write_partial


def as_html(view: ReportView) -> str:
    """A complete page with its style and script inside; it loads nothing and runs no other script."""
    env = _environment()
    style, script = _asset("report.css"), _asset("report.js")
    return env.get_template("report.html.j2").render(
        view=view,
        style=style,
        script=script,
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
    )


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
        day=_day,
        plural=_plural,
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


def _csp_hash(content: str) -> str:
    """The hash by which the page's own policy lets this style or script in, and nothing else."""
    digest = sha256(content.encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def _day(moment: date | datetime) -> str:
    return write_partial(moment.strftime("%Y-%m-%d"))


def _plural(number: int, noun: str) -> str:
    """The number with its noun: ``1 flag``, ``1,204 flags``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
