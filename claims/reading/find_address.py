"""A path as given -> an address of the web, where it is one."""

import re
from dataclasses import dataclass
from enum import StrEnum

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class AddressKind(StrEnum):
    """What stands before the address; a bare one is a page, or what its server says it is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LIST = "urls"
    PAGE = ""


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what is to be found there; of a list, the path of its file."""

    target: str
    kind: AddressKind


def find_address(given: str) -> Address | None:
    """``feed:URL``, ``sitemap:URL``, ``urls:FILE`` or ``SCHEME://...``; None for a path."""
    prefix, colon, rest = given.partition(":")
    if colon and prefix in (AddressKind.FEED, AddressKind.SITEMAP, AddressKind.LIST):
        return Address(rest, AddressKind(prefix))
    return Address(given, AddressKind.PAGE) if _SCHEME.match(given) else None
