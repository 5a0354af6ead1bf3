"""The environment, read once, lazily, into one frozen object."""

import os
from functools import cache

from pydantic import ConfigDict, Field

from vivier.kernel.model import Model


class Settings(Model):
    """What the stack tells its functions; each field is the environment variable of the same name in capitals."""

    model_config = ConfigDict(frozen=True)

    table: str = Field(description="Name of the one table.")
    files: str = Field(default="", description="Bucket of CVs, their renderings and readings.")
    files_endpoint: str | None = Field(
        default=None, description="Origin that browsers reach S3 at, when not AWS's own."
    )
    intake_machine: str = Field(default="", description="ARN of the state machine cv_intake.")
    sequence_machine: str = Field(default="", description="ARN of the state machine email_sequence.")
    textract_topic: str = Field(default="", description="SNS topic on which Textract says that a job is done.")
    textract_role: str = Field(default="", description="Role that lets Textract publish there.")
    refine_model: str = Field(default="", description="Bedrock model that gives a second opinion on CVs; empty: none.")
    refine_input_price: float = Field(default=0.0, description="US dollars for a million tokens that it reads.")
    refine_output_price: float = Field(default=0.0, description="US dollars for a million tokens that it writes.")
    send_function: str = Field(default="", description="Name of the function that sends one message of the outbox.")
    erase_function: str = Field(default="", description="Name of the function that removes what is kept of a person.")
    configuration_set: str = Field(default="", description="SES configuration set, whose events settle doubtful sends.")
    mail_from: str = Field(default="", description="Address of the verified SES identity that mails come from.")
    mail_domain: str = Field(default="", description="Domain whose mail comes in; empty: answers go elsewhere.")
    receive_function: str = Field(default="", description="Name of the function that reads one received mail.")
    public_url: str = Field(default="", description="Origin that people open, without a slash at the end.")
    issuer: str = Field(default="", description="Issuer of access tokens: the user pool's URL.")
    jwks_url: str = Field(default="", description="Where the pool publishes its keys.")
    pool: str = Field(default="", description="Id of the user pool that members sign in with.")
    password_function: str = Field(
        default="", description="Name of the function that sets an invited person's password."
    )
    client_id: str = Field(default="", description="The web client's id in the pool.")
    stage: str = Field(default="local")
    demo: bool = Field(default=False, description="Invented people can be asked for; never set on AWS.")


@cache
def settings() -> Settings:
    """The settings of this process. Raises pydantic's ValidationError naming what the stack forgot to set."""
    names = {name: os.environ[name.upper()] for name in Settings.model_fields if os.environ.get(name.upper())}
    return Settings.model_validate(names)
