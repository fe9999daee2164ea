"""Whether an IP address may be connected to."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from claims.errors import NotFetched

_NAT64 = IPv6Network("64:ff9b::/96")


def check_address(address: str, allow_private: bool) -> None:
    """Raises NotFetched where the address is not one of the public internet.

    With ``allow_private`` private and loopback addresses pass, too; link-local, multicast and unspecified ones
    never do. An IPv6 address that stands for an IPv4 one is judged by that.
    """
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError as error:
        raise NotFetched(f"{address} is no IP address; check the name server") from error
    inner = _embedded(parsed) or parsed
    if inner.is_link_local or inner.is_multicast or inner.is_unspecified:
        raise NotFetched(
            f"The host's address {address} is link-local, multicast or none, and is never fetched from"
        )
    if not inner.is_global and not allow_private:
        raise NotFetched(
            f"The host's address {address} is private or loopback, and is not fetched from; set allow_private if it"
            " is meant"
        )


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
