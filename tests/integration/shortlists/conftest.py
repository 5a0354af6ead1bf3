"""Who shares people, and of which job."""

import pytest
from tests.factories import colleague
from tests.hiring import job

from vivier.hiring.model import Job
from vivier.kernel.actor import Actor


@pytest.fixture
def camille() -> Actor:
    return colleague("Camille Aubry").actor()


@pytest.fixture
def opening(camille: Actor) -> Job:
    return job("Batelière ou batelier", by=camille)
