"""A crawl stays on the public web."""

import ipaddress

import pytest
from twisted.internet.error import DNSLookupError

from tvto_crawl.safety import _refuse_private, is_private, literal_address


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "10.1.2.3", "192.168.0.1",
     "169.254.169.254", "100.64.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1%25lo]",
     "224.0.0.1"],
)  # fmt: skip
def test_private_addresses_in_every_notation(host: str) -> None:
    address = literal_address(host)
    assert address is not None
    assert is_private(address)


@pytest.mark.parametrize("host", ["94.182.146.1", "[2a01:4f8::1]"])
def test_public_addresses(host: str) -> None:
    address = literal_address(host)
    assert address is not None
    assert not is_private(address)


@pytest.mark.parametrize("host", ["www.ilna.ir", "7sobh.com", "55online.news", ""])
def test_names_are_no_addresses(host: str) -> None:
    assert literal_address(host) is None


def test_a_name_that_resolves_to_a_private_address_fails_like_one_that_is_not_there() -> None:
    with pytest.raises(DNSLookupError, match="a private address"):
        _refuse_private("192.168.1.1", "www.ilna.ir")
    assert _refuse_private("94.182.146.1", "www.ilna.ir") == "94.182.146.1"
    assert is_private(ipaddress.ip_address("::1"))
