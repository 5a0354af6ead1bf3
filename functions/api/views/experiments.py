"""What the routes of experiments take."""

from pydantic import ConfigDict, Field

from vivier.casework.behind import Which
from vivier.experiments.model import InFlight
from vivier.kernel.model import Model
from vivier.mail.model import VariantKey


class ChosenVariant(Model):
    model_config = ConfigDict(extra="forbid")

    variant: VariantKey
    in_flight: InFlight | None = Field(default=None, description="Of a step; else what was chosen before the start.")


class PeopleAsked(Model):
    model_config = ConfigDict(extra="forbid")

    variant: VariantKey
    which: Which
    cursor: str | None = Field(default=None, max_length=400)
