"""A host's name -> its IP addresses."""

import socket
from collections.abc import Callable, Sequence

from claims.errors import NotFetched, Unanswered

Resolver = Callable[[str, int], Sequence[str]]
"""A host and port -> addresses as text."""


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives, each once, in its order. Raises NotFetched."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise Unanswered(f"The name server does not answer for {host}; try again later") from error
        raise NotFetched(f"There is no host {host}; check the address") from error
    except (UnicodeError, OSError) as error:
        raise NotFetched(f"{host} is no name of a host; check the address") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
