"""The desk as a web application: addresses -> pages, and forms -> what the desk does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from claims.errors import DecidedMeanwhile, LedgerError, LedgerLocked, NoSuchFlag, NothingToUndo
from claims.records import Shape
from claims.review.build_desk import Place, build_desk, first_wanted, flags_behind
from claims.review.build_reading import build_reading
from claims.review.desk import Desk
from claims.review.group_queue import STATES, Wanted
from claims.review.guard import LARGEST_BODY, Door, Guard
from claims.review.pages import CHOICES, STATIC, render, static
from claims.review.read_form import REASONS, BadForm, read_form, read_name, read_order

PARTIAL = "x-desk"
"""The header by which the desk's own script asks for the part of a page that changes."""


def review_app(desk: Desk, door: Door, reviewer: str) -> Starlette:
    """The application over a desk; ``reviewer`` is who decides where a browser has not said otherwise."""
    pages = _Pages(desk, door, read_name(reviewer))
    routes = [
        Route("/", pages.get_desk),
        Route("/article", pages.get_article),
        Route("/static/{name}", pages.get_static),
        Route("/decide", pages.answer(pages.post_decide), methods=["POST"]),
        Route("/undo", pages.answer(pages.post_undo), methods=["POST"]),
        Route("/assign", pages.answer(pages.post_assign), methods=["POST"]),
        Route("/reviewer", pages.answer(pages.post_reviewer), methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, door=door)])


Form = dict[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a form came to: where to go on, what to tell the reviewer, and with which status."""

    place: Place
    message: str
    status: int = 200


@dataclass
class _Pages:
    desk: Desk
    door: Door
    reviewer: str
    token: str = field(default_factory=token_urlsafe)
    """Stands in every form of this process, and nowhere else."""

    async def get_desk(self, request: Request) -> Response:
        return await run_in_threadpool(self._show, request, Said(_place(dict(request.query_params)), ""))

    async def get_article(self, request: Request) -> Response:
        return await run_in_threadpool(self._read, request, request.query_params.get("id", ""))

    async def get_static(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in STATIC:
            return PlainTextResponse("there is no such file\n", 404)
        return Response(static(name), media_type=STATIC[name][1])

    def answer(self, act: Callable[[Request, Form], Said]) -> Callable[[Request], Awaitable[Response]]:
        """A form's own work behind what is the same for all: its body, its token, and what may go wrong."""

        async def respond(request: Request) -> Response:
            try:
                form = read_form(await _body(request))
            except BadForm as error:
                return PlainTextResponse(f"{error}\n", 400)
            if not compare_digest(form.get("token", "").encode(), self.token.encode()):
                return PlainTextResponse(
                    "this form is of another start of the desk: load the page again\n", 403
                )
            return await run_in_threadpool(self._finish, request, form, act)

        return respond

    def _finish(self, request: Request, form: Form, act: Callable[[Request, Form], Said]) -> Response:
        here = _place(form)
        try:
            said = act(request, form)
        except BadForm as error:
            said = Said(here, f"Not saved: {error}.", 400)
        except DecidedMeanwhile as error:
            said = Said(here, f"Not saved: {error}. What was decided is shown here.", 409)
        except NothingToUndo as error:
            said = Said(here, f"Nothing taken back: {error}.", 409)
        except NoSuchFlag as error:
            said = Said(Place(here.wanted), f"Not saved: {error}.", 410)
        except LedgerLocked:
            said = Said(here, "Not saved: a run is writing to the ledger. Try again in a moment.", 503)
        except LedgerError as error:
            return PlainTextResponse(f"{error}\n", 500)
        response = self._show(request, said)
        if act == self.post_reviewer:
            name = read_name(form.get("name", "")) or self.reviewer
            response.set_cookie(
                _cookie(self.door), quote(name), httponly=True, samesite="strict", max_age=365 * 86400
            )
        return response

    def post_decide(self, request: Request, form: Form) -> Said:
        place = _place(form)
        order = read_order(form, self._who(request), self.desk.clock())
        flag = self.desk.flag(place.flag)
        behind = flags_behind(self.desk, place)
        done = CHOICES[order.decision.choice]
        if order.group:
            count = self.desk.decide_group(flag, form.get("group", ""), order.decision)
            message = f"{done} in {count:,} places."
        else:
            self.desk.decide(flag.occurrence, form.get("seen", ""), order.decision)
            message = f"{done}: “{_short(flag.span)}”."
        # A rejected value or rule takes others out of the queue as well.
        return Said(Place(place.wanted, first_wanted(self.desk, place.wanted, behind)), message)

    def post_undo(self, request: Request, form: Form) -> Said:
        flags = self.desk.undo(self._who(request), form.get("decision", ""))
        return Said(Place(_place(form).wanted, flags[0]), "Taken back.")

    def post_assign(self, request: Request, form: Form) -> Said:
        place = _place(form)
        flag = self.desk.flag(place.flag)
        group = self.desk.group(flag) if form.get("act") == "group" else None
        flags = [f.occurrence for f in group.flags] if group else [flag.occurrence]
        name = read_name(form.get("assignee", ""))
        self.desk.assign(flags, name, self._who(request))
        return Said(place, f"Given to {name}." if name else "Given to nobody.")

    def post_reviewer(self, request: Request, form: Form) -> Said:
        name = read_name(form.get("name", "")) or self.reviewer
        request.scope["desk.reviewer"] = name
        return Said(_place(form), f"You decide as {name}.")

    def _who(self, request: Request) -> str:
        told = request.scope.get("desk.reviewer")
        return told or read_name(unquote(request.cookies.get(_cookie(self.door), ""))) or self.reviewer

    def _show(self, request: Request, said: Said) -> Response:
        try:
            view = build_desk(self.desk, said.place)
        except NoSuchFlag as error:
            said = Said(
                Place(said.place.wanted),
                f"{str(error).capitalize()}.",
                410 if said.status == 200 else said.status,
            )
            view = build_desk(self.desk, said.place)
        except LedgerLocked:
            told = said.message or "A run is writing to the ledger. Load the page again in a moment."
            return PlainTextResponse(f"{told}\n", 503)
        except LedgerError as error:
            return PlainTextResponse(f"{error}\n", 500)
        shown = view.card.flag.occurrence if view.card else ""
        address = said.place.at(shown)
        if request.method == "POST" and said.status == 200 and PARTIAL not in request.headers:
            return RedirectResponse(address, 303)
        part = "part.html.j2" if PARTIAL in request.headers else "desk.html.j2"
        html = render(
            part, view=view, message=said.message, token=self.token, who=self._who(request), reasons=REASONS,
            failed=said.status >= 400,
        )  # fmt: skip
        return HTMLResponse(html, said.status, {"X-Desk-Address": address})

    def _read(self, request: Request, id: str) -> Response:
        try:
            view = build_reading(self.desk.article(id))
        except NoSuchFlag as error:
            return PlainTextResponse(f"{error}\n", 404)
        except LedgerError as error:
            return PlainTextResponse(f"{error}\n", 503)
        return HTMLResponse(render("article.html.j2", view=view, who=self._who(request)))


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                raise BadForm("this is more than a form holds")
    except ClientDisconnect as error:
        raise BadForm("the browser has gone") from error
    return body


def _place(told: Form) -> Place:
    """The place that an address or a form tells; what it does not know is left out."""
    state, shape = told.get("state", ""), told.get("shape", "")
    wanted = Wanted(
        state if state in STATES else Wanted().state,
        shape if shape in tuple(Shape) else "",
        read_name(told.get("who", "")),
        told.get("q", "")[:200],
    )
    return Place(wanted, told.get("flag", "")[:64])


def _cookie(door: Door) -> str:
    return f"desk-reviewer-{door.port}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
