"""Unit tests reach nothing: a socket is an error."""

import pytest
from pytest_socket import disable_socket, enable_socket


@pytest.fixture(autouse=True)
def no_sockets() -> object:
    """Unix sockets stay: child processes and event loops use them."""
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()
