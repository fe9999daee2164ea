"""What stands before the desk: whom it answers, and by which headers a browser is kept in bounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 65_536
"""Bytes of a form; a note may have 2,000 characters."""

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Door:
    """Where the desk listens and whom it lets in.

    ``names`` are further host names it may be called by. Without a ``token`` it answers on loopback alone; with one, it asks
    everybody for it, once a browser.
    """

    host: str
    port: int
    token: str = ""
    names: tuple[str, ...] = ()

    @property
    def cookie(self) -> str:
        """A name of its own for each port: cookies of one host are shared by all of them."""
        return f"desk-{self.port}"

    @property
    def key(self) -> str:
        """What the cookie holds: it tells that a browser knew the token, and not the token."""
        return sha256(self.token.encode()).hexdigest()

    def answers_to(self, header: str) -> bool:
        """Whether a Host header names this desk.

        A foreign name may lead here all the same (DNS rebinding), and its page would then count as ours.
        """
        try:
            parts = urlsplit(f"//{header}")
            port, name = parts.port, (parts.hostname or "").rstrip(".").lower()
        except ValueError:
            return False
        return port in (None, self.port) and self._known(name)

    def _known(self, name: str) -> bool:
        if name in LOOPBACK or name == self.host.lower() or name in {own.lower() for own in self.names}:
            return True
        # Where it listens beyond loopback it is called by addresses that it may not know; no name leads to those.
        return bool(self.token) and self.host not in LOOPBACK and _is_address(name)


class Guard:
    """Lets through what may come in, and puts the headers on what goes out."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refuse(scope)
        await (refusal or self.app)(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self.door.answers_to(headers.get("host", "")):
            return PlainTextResponse("this desk is not called so\n", 421)
        if scope["method"] not in ("GET", "HEAD") and not _is_own(headers):
            return PlainTextResponse("only the desk's own pages may send this\n", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY or "transfer-encoding" in headers:
            return PlainTextResponse("this is more than a form holds\n", 413)
        return self._ask_for_token(scope, headers) if self.door.token else None

    def _ask_for_token(self, scope: Scope, headers: Headers) -> Response | None:
        if _equal(_cookies(headers).get(self.door.cookie, ""), self.door.key):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"))
        if scope["method"] == "GET" and _equal(dict(query).get("token", ""), self.door.token):
            return self._let_in(scope["path"], query)
        return PlainTextResponse("open the address with ?token=... that the desk was started with\n", 401)

    def _let_in(self, path: str, query: Iterable[tuple[str, str]]) -> Response:
        """The same address without the token, so that it stays in no history; the cookie remembers it."""
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        # One slash: two would lead to another host.
        response = RedirectResponse(f"/{path.lstrip('/')}{'?' if rest else ''}{rest}", 303)
        response.set_cookie(self.door.cookie, self.door.key, httponly=True, samesite="lax")
        return response


def _is_own(headers: Headers) -> bool:
    """Whether a page of the desk sent it: what a browser says of that, no script can forge.

    A program that is no browser says nothing; it has to know the form's token all the same.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _cookies(headers: Headers) -> dict[str, str]:
    """By name; what other programs of this host have set may be in any form."""
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return {name: value for name, _, value in pairs}


def _equal(given: str, wanted: str) -> bool:
    return compare_digest(given.encode(), wanted.encode())


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
