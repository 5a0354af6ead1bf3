"""The base of our Pydantic models."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A schema is built when it is first used: a cold start pays only for the models that its request needs."""

    model_config = ConfigDict(defer_build=True)
