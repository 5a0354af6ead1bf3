from collections.abc import Iterator

import pytest
from tests.integration.host.running import Running


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The product's own stack, running."""
    running = Running(tmp_path_factory.mktemp("home"), "--product")
    yield running
    running.stop()
