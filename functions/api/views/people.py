"""Lists of people, as the API shows them."""

from pydantic import Field

from vivier.kernel.model import Model
from vivier.people.model import Card


class PeopleView(Model):
    candidates: list[Card]
    cursor: str | None
    total: int | None = Field(description="True count of the list; null when several filters are mixed.")
