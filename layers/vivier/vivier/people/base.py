"""What every model of a person is made of."""

from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from vivier.kernel.model import Model

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=6000)]
Tag = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, to_lower=True, pattern=r"^[^#]+$")
]
Source = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^#]+$")]


class Strict(Model):
    """Refuses what it does not know: a field that the catalogue lacks cannot be smuggled in."""

    model_config = ConfigDict(extra="forbid", str_max_length=10_000)
