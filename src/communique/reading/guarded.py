"""A connection that only ever reaches addresses that were checked, and never lasts too long."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from communique.errors import ReadingError

__all__ = ["GuardedTransport", "Resolve", "is_public", "system_resolve"]

Resolve = Callable[[str, int], list[str]]
"""Host and port to numeric addresses."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host, in its order. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the open internet.

    Private, loopback, link-local, shared, reserved, unspecified and multicast addresses are not,
    nor is an IPv6 address that carries such an IPv4 one (mapped, 6to4, Teredo, NAT64).
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner: list[ipaddress.IPv4Address] = [i for i in (ip.ipv4_mapped, ip.sixtofour) if i]
        inner.extend(ip.teredo or ())
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip.ipv4_mapped or ip in _NAT64:
            return all(is_public(str(i)) for i in inner)
        if not all(is_public(str(i)) for i in inner):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class _Deadline(httpcore.NetworkStream):
    """A stream whose every step ends before one common moment."""

    def __init__(self, stream: httpcore.NetworkStream, ends: float) -> None:
        self._stream = stream
        self._ends = ends

    def _left(self, timeout: float | None) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this address is over")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _Deadline(inner, self._ends)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _GuardedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks what came out, and connects to exactly that."""

    def __init__(self, resolve: Resolve, allow_private: bool, ends: float) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._ends = ends
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no address for {host}: {error}") from error
        if not self._allow_private:
            for address in addresses:
                if not is_public(address):
                    raise ReadingError(
                        reason="forbidden",
                        what=f"{host} is at {address}, which is no public address",
                        where=host,
                        do="Allow private addresses if it is meant.",
                    )
        return self._connect(addresses, port, timeout, local_address, socket_options)

    def _connect(
        self,
        addresses: list[str],
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[Any] | None,
    ) -> httpcore.NetworkStream:
        problem: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            left = self._ends - time.monotonic()
            if left <= 0:
                raise httpcore.ConnectTimeout("the time for this address is over")
            try:
                stream = self._plain.connect_tcp(
                    address, port, min(left, timeout or left), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
                continue
            return _Deadline(stream, self._ends)
        raise problem

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        raise ReadingError(reason="forbidden", what="a socket of this machine", where=path)


class GuardedTransport(httpx.HTTPTransport):
    """An httpx transport over checked connections. `ends` is a `time.monotonic()` moment.

    No proxy is used, because a proxy would resolve the name a second time.
    """

    def __init__(self, *, allow_private: bool, ends: float, resolve: Resolve) -> None:
        super().__init__(trust_env=False)
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=1,
            network_backend=_GuardedBackend(resolve, allow_private, ends),
        )
