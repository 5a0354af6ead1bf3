"""Where the bytes of files that go out with mails lie: all that the function which opens files knows of mails. Pure."""


def waiting_key(workspace: str, file_id: str) -> str:
    """Where a browser posts it: the function that opens files is told of whatever comes there."""
    return f"attaching/{workspace}/{file_id}/original"


def found_key(workspace: str, file_id: str) -> str:
    """What that function found."""
    return f"opened/{workspace}/{file_id}/attaching.json"


def kept_key(workspace: str, file_id: str) -> str:
    """Where it lies once a mail takes it along, as long as the mail is kept."""
    return f"mails/{workspace}/attached/{file_id}"
