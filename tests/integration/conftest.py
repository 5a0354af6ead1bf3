"""What integration tests share: faults, and the mails that left."""

from collections.abc import Callable, Iterator

import pytest
from moto.ses.models import ses_backends
from tests.conftest import ENVIRONMENT
from tests.factories import colleague
from tests.faults import Faults
from tests.sequences import check

from vivier.kernel.actor import Actor, Role


@pytest.fixture
def faults(cloud: None) -> Faults:
    """Failing AWS calls on demand."""
    return Faults()


@pytest.fixture
def sent(cloud: None) -> Callable[[], list[str]]:
    """Destinations of the mails that SES accepted, in order."""

    def destinations() -> list[str]:
        messages = ses_backends["123456789012"][ENVIRONMENT["AWS_DEFAULT_REGION"]].sent_messages
        return [m.destinations[0] for m in messages]  # moto lists the header's address a second time

    return destinations


@pytest.fixture
def true_counts(cloud: None) -> Iterator[None]:
    """After the test: number = list, for every state of every sequence."""
    yield
    check()


@pytest.fixture
def camille(cloud: None) -> Actor:
    """A recruiter."""
    return colleague().actor()


@pytest.fixture
def chief(cloud: None) -> Actor:
    return colleague("Camille Aubry").actor()


@pytest.fixture
def lea(cloud: None) -> Actor:
    return colleague("Léa Morin").actor()


@pytest.fixture
def boss(cloud: None) -> Actor:
    """A hiring manager."""
    return colleague("Omar Diallo", Role.manager).actor()
