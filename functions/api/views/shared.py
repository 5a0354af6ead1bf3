"""What the views of several routes share."""

from pydantic import ConfigDict, Field

from vivier.kernel.model import Model


class Query(Model):
    model_config = ConfigDict(extra="forbid")


class Page(Query):
    cursor: str | None = Field(default=None, max_length=2000)
