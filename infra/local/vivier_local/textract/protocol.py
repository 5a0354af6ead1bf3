"""Textract's requests as models, with the service's own constraints (botocore's service model, 2018-06-27)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_pascal

Token = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-zA-Z0-9_-]+$")]
JobTag = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-zA-Z0-9_.\-:]+$")]
MOST_RESULTS = 1_000


class Feature(StrEnum):
    TABLES = "TABLES"
    FORMS = "FORMS"
    QUERIES = "QUERIES"
    SIGNATURES = "SIGNATURES"
    LAYOUT = "LAYOUT"


class Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_pascal, populate_by_name=True, frozen=True)


class S3Object(Wire):
    bucket: str = Field(min_length=3, max_length=255)
    name: str = Field(min_length=1, max_length=1024)
    version: str | None = None


class Document(Wire):
    content: Base64Bytes | None = Field(None, alias="Bytes")
    s3_object: S3Object | None = Field(None, alias="S3Object")

    @model_validator(mode="after")
    def _one_of_both(self) -> "Document":
        if (self.content is None) == (self.s3_object is None):
            raise ValueError("either Bytes or S3Object")
        return self


class DocumentLocation(Wire):
    s3_object: S3Object = Field(alias="S3Object")


class NotificationChannel(Wire):
    topic: str = Field(alias="SNSTopicArn", pattern=r"^arn:[a-z\d-]+:sns:[a-zA-Z\d-]{1,20}:\w{12}:.+$")
    role: str = Field(alias="RoleArn", pattern=r"^arn:[a-z\d-]+:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$")


class DetectText(Wire):
    document: Document


class Analyze(Wire):
    document: Document
    feature_types: list[Feature] = Field(min_length=1)


class StartDetection(Wire):
    document_location: DocumentLocation
    client_request_token: Token | None = None
    job_tag: JobTag | None = None
    notification_channel: NotificationChannel | None = None


class StartAnalysis(StartDetection):
    feature_types: list[Feature] = Field(min_length=1)


class GetResults(Wire):
    job_id: Token
    max_results: int = Field(MOST_RESULTS, ge=1)
    next_token: str | None = Field(None, min_length=1, max_length=1024)
