"""Connections that are only made to addresses that were looked at, and end when their time is up.

The name is resolved once, here, where the connection is made: the address that was checked is the address that is
connected to, whatever the name server says a moment later (DNS rebinding). TLS still checks the host's name.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from claims.errors import NotFetched, Unanswered
from claims.reading.fetching.check_address import check_address
from claims.reading.fetching.resolve_host import Resolver

_KEPT = 10
"""Connections kept open for the next request."""


class GuardedNetwork(httpcore.NetworkBackend):
    """httpcore's own sockets behind a check of the address, with one deadline for all that is read and written."""

    def __init__(self, resolver: Resolver, allow_private: bool) -> None:
        self._resolver, self._allow_private = resolver, allow_private
        self._sockets = httpcore.SyncBackend()
        self.deadline = float("inf")
        """When the request in hand must be over, in seconds of ``time.monotonic``."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers. Raises NotFetched if any is refused."""
        addresses = self._resolver(host, port)
        if not addresses:
            raise NotFetched(f"The host {host} has no address; check its name")
        for address in addresses:
            check_address(address, self._allow_private)
        failure: Exception | None = None
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
                return _TimedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or Unanswered(f"{host} does not answer")

    def left(self, timeout: float | None) -> float:
        """The time for the next step: no more than is left of the whole. Raises ReadTimeout where none is."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole response is up")
        return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, network: GuardedNetwork) -> None:
        self._stream, self._network = stream, network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._network.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._network.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, self._network.left(timeout))
        return _TimedStream(secure, self._network)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class GuardedTransport(httpx.HTTPTransport):
    """httpx over a guarded network, with HTTP/2; proxies of the environment are not asked, for they resolve names."""

    def __init__(self, network: GuardedNetwork, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, trust_env=False, http2=True)
        if not hasattr(
            self, "_pool"
        ):  # httpx has no public way to set the backend: fail rather than fetch unguarded
            raise NotFetched("This version of httpx cannot be guarded by the program; install httpx 0.28")
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            http1=True,
            http2=True,
            max_keepalive_connections=_KEPT,
            network_backend=network,
        )
