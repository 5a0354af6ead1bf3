"""Where a service's requests go, found once."""

from typing import Any


def settled(client: Any) -> None:
    """Keeps a botocore client's address of each operation. botocore works it out again for every request, from rules
    and from all that is asked, which is a seventh of what a request costs the processor; for the table and SES it
    always comes to the same. Not for S3, whose addresses hold the bucket.
    """
    resolver = getattr(client, "_ruleset_resolver", None)
    if resolver is None:
        return
    find = resolver.construct_endpoint
    known: dict[str, Any] = {}

    def construct_endpoint(operation_model: Any, call_args: Any, request_context: Any) -> Any:
        found = known.get(operation_model.name)
        if found is None:
            found = known[operation_model.name] = find(operation_model, call_args, request_context)
        return found

    resolver.construct_endpoint = construct_endpoint
