"""What reading may take: limits, waits and refusals, each with unit, range and why it has its value."""

from dataclasses import dataclass, fields

from claims import __version__
from claims.errors import SettingsError

_RANGES: dict[str, tuple[float, float]] = {
    "max_unpack_ratio": (2, 100_000),
    "max_members": (1, 10_000_000),
    "max_document_bytes": (1_000, 10_000_000_000),
    "max_page_elements": (100, 10_000_000),
    "max_pages": (1, 100_000),
    "max_response_bytes": (1_000, 10_000_000_000),
    "connect_timeout_s": (0.1, 600),
    "read_timeout_s": (0.1, 600),
    "total_timeout_s": (0.1, 86_400),
    "attempts": (1, 20),
    "backoff_s": (0, 600),
    "max_wait_s": (0, 86_400),
    "max_redirects": (0, 50),
    "host_delay_s": (0, 3_600),
    "max_host_requests": (1, 10_000_000),
    "max_host_failures": (1, 1_000),
    "max_links": (1, 10_000_000),
    "max_sitemap_depth": (0, 10),
    "max_kept_bytes": (0, 1_000_000_000_000),
}


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What a run may vary in reading. It decides what comes in, never what is judged of it."""

    max_unpack_ratio: int = 200
    """Bytes that a packed byte may unpack to, beyond the first 10 MB. 2 to 100,000.
    Prose packs to a third or so; gzip can reach 1,030, which only what repeats itself without end does."""

    max_members: int = 100_000
    """Files in a zip archive. 1 to 10,000,000."""

    max_document_bytes: int = 200_000_000
    """Bytes of a PDF, Word document or packed Parquet file, unpacked. 1,000 to 10,000,000,000."""

    max_page_elements: int = 20_000
    """Elements of an HTML page without its scripts. 100 to 10,000,000. A page of news has some 5,000; the time to find an
    article in one can grow with the square: 20,000 cells of a table took 28 s on a busy machine (2026-11-26)."""

    max_pages: int = 2_000
    """Pages of a PDF. 1 to 100,000."""

    max_response_bytes: int = 50_000_000
    """Bytes of a response, as it comes and unpacked. 1,000 to 10,000,000,000.
    A sitemap may have 50 MB by its protocol; a page has a few."""

    connect_timeout_s: float = 10.0
    """Seconds to connect. 0.1 to 600."""

    read_timeout_s: float = 20.0
    """Seconds without a byte. 0.1 to 600."""

    total_timeout_s: float = 120.0
    """Seconds for one response as a whole: a server may drip a byte a second. 0.1 to 86,400."""

    attempts: int = 4
    """How often an address is asked while its failure may pass. 1 to 20."""

    backoff_s: float = 1.0
    """Seconds before the second attempt; each later wait is twice as long. 0 to 600."""

    max_wait_s: float = 60.0
    """Longest wait in seconds that a server may ask for (Retry-After, Crawl-delay). 0 to 86,400."""

    max_redirects: int = 10
    """Redirects that are followed for one address. 0 to 50."""

    host_delay_s: float = 1.0
    """Seconds between two requests to one host; robots.txt may ask for more. 0 to 3,600."""

    max_host_requests: int = 10_000
    """Requests to one host in a run. 1 to 10,000,000."""

    max_host_failures: int = 3
    """Addresses of a host in a row that do not answer, after which it is given up for the run. 1 to 1,000."""

    max_links: int = 10_000
    """Addresses taken from one feed, sitemap (with those it names) or list. 1 to 10,000,000."""

    max_sitemap_depth: int = 3
    """Sitemaps that name sitemaps: how deep they are followed. 0 to 10."""

    max_kept_bytes: int = 2_000_000_000
    """Bytes of pages, packed, that are kept for the next run; beyond it those go that were not asked for longest. 0 keeps none.
    0 to 1,000,000,000,000. Some 100,000 pages of news."""

    allow_private: bool = False
    """Whether private and loopback addresses may be fetched. Link-local ones never are: clouds keep keys there."""

    obey_robots: bool = True
    """Whether robots.txt is asked and obeyed; false is for one's own site."""

    user_agent: str = f"fact-claims/{__version__}"
    """What the program calls itself; robots.txt is read for the part before the stroke. Printable ASCII."""

    def __post_init__(self) -> None:
        for name, (low, high) in _RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise SettingsError(f"{name} is {value:g}; it must lie between {low:,} and {high:,}")
        if not (self.user_agent.isascii() and self.user_agent.isprintable() and self.user_agent.strip()):
            raise SettingsError("user_agent must be one line of ASCII; write it so")


READING_NAMES = tuple(field.name for field in fields(ReadingSettings))
