"""Whether an address is one that is fetched."""

import httpx

from claims.errors import NotFetched

_MAX_CHARS = 8_000


def check_url(written: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address, joined to ``base`` where it is relative, without its fragment.

    Raises NotFetched where it is none, holds a password, or is neither http nor https.
    """
    try:
        url = httpx.URL(written.strip())
        url = base.join(url) if base is not None else url
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise NotFetched(f"This is no address ({error}); check it") from error
    if url.scheme not in ("http", "https"):
        raise NotFetched(
            f"The address begins with {url.scheme or 'nothing'}:, and only http and https are fetched"
        )
    if not url.host or len(str(url)) > _MAX_CHARS:
        raise NotFetched("The address names no host, or is too long; check it")
    if url.userinfo:
        raise NotFetched("The address holds a user name or password; give it without")
    return url.copy_with(fragment=None)
