"""Where Wikidata is asked, and how politely."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from claims import __version__
from claims.errors import SettingsError

WIKIDATA = "https://query.wikidata.org/sparql"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint and the limits that are kept with it. Raises SettingsError where one makes no sense."""

    url: str = WIKIDATA

    contact: str = ""
    """An address or page of whoever runs this, for the User-Agent; Wikidata's rules ask for one."""

    allow_http: bool = False
    """Whether plain http is allowed, for a server of one's own."""

    attempts: int = 6
    """Tries of one request, 1 to 20."""

    timeout: float = 90.0
    """Seconds for one whole answer; Wikidata ends a query after 60."""

    pause: float = 1.0
    """Least seconds from one request to the next."""

    first_wait: float = 2.0
    """Seconds before the second try at most; doubled with every further one."""

    longest_wait: float = 300.0
    """Seconds of one wait at most; a server that asks for more is left for another day."""

    max_bytes: int = 64 * 2**20
    """Bytes of one answer at most."""

    page: int = 1000
    """Statements a request, 2 to 10,000."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise SettingsError(f"{self.url!r} is no address of an endpoint: it starts with https://")
        if parts.scheme == "http" and not self.allow_http:
            raise SettingsError(f"{self.url} is not encrypted; for a server of your own add --allow-http")
        if parts.username or parts.password:
            raise SettingsError("an endpoint's address must not hold a password")
        if not self.contact.isascii() or not self.contact.isprintable() or len(self.contact) > 200:
            raise SettingsError("the contact must be plain ASCII of 200 characters at most")
        if not self.contact.strip() and not _is_loopback(parts.hostname):
            raise SettingsError(
                f"{parts.hostname} wants to know whom to write to: give an address or page of yours with --contact"
            )
        self._check_ranges()

    def _check_ranges(self) -> None:
        for name, low, high in (
            ("attempts", 1, 20),
            ("timeout", 0.01, 3600),
            ("pause", 0, 3600),
            ("first_wait", 0, 3600),
            ("longest_wait", 0, 86_400),
            ("max_bytes", 1, 2**30),
            ("page", 2, 10_000),
        ):
            if not low <= getattr(self, name) <= high:
                raise SettingsError(f"{name} is {getattr(self, name)}; it must lie between {low} and {high}")

    @property
    def user_agent(self) -> str:
        """What the program says of itself: its name and version, and the contact as the user gave it."""
        contact = self.contact.strip()
        return f"fact-claims/{__version__} ({contact})" if contact else f"fact-claims/{__version__}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
