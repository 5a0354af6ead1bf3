"""Textract's refusals, by the names of its API (https://docs.aws.amazon.com/textract/latest/dg/API_AnalyzeDocument.html)."""


class Refusal(Exception):
    """An error answer: `code` is the exception's name in the API."""

    status = 400

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def unsupported(message: str = "Request has unsupported document format") -> Refusal:
    return Refusal("UnsupportedDocumentException", message)


def bad_document(message: str = "Request has bad document") -> Refusal:
    return Refusal("BadDocumentException", message)


def too_large(most: int) -> Refusal:
    return Refusal("DocumentTooLargeException", f"The document is larger than {most} bytes")


def invalid(message: str = "Request has invalid parameters") -> Refusal:
    return Refusal("InvalidParameterException", message)


def no_object() -> Refusal:
    return Refusal(
        "InvalidS3ObjectException",
        "Unable to get object metadata from S3. Check object key, region and/or access permissions.",
    )


def no_job() -> Refusal:
    return Refusal("InvalidJobIdException", "Request has invalid Job Id")


def throttled() -> Refusal:
    return Refusal("ProvisionedThroughputExceededException", "Provisioned rate exceeded")
