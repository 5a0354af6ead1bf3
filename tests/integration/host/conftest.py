from collections.abc import Iterator

import pytest
from tests.integration.host.running import Running


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("home"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def as_it_comes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The emulator without our patches."""
    running = Running(tmp_path_factory.mktemp("home"), "--as-it-comes")
    yield running
    running.stop()
