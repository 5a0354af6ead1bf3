"""Verifies a request's access token and reads the member it belongs to: workspace and role come from there only."""

from typing import Any

from vivier.kernel.errors import Unauthenticated
from vivier.kernel.observability import logger, metrics
from vivier.team import service, tokens


@metrics.log_metrics
def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    try:
        member = service.member(tokens.subject(event.get("authorizationToken", "")))
    except Unauthenticated as refusal:
        logger.info("refused", extra={"why": refusal.message})
        # API Gateway turns this very word into a 401.
        raise Exception("Unauthorized") from refusal  # noqa: TRY002
    logger.info("let in", extra={"member_id": member.id, "role": member.role})
    context = {
        "workspace": member.workspace,
        "member": member.id,
        "subject": member.subject,
        "role": member.role,
        "name": member.name,
    }
    # The whole stage, since the answer is cached for the token and not for the path.
    stage = "/".join(event["methodArn"].split("/")[:2])
    allow = {"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": f"{stage}/*"}
    return {
        "principalId": member.id,
        "policyDocument": {"Version": "2012-10-17", "Statement": [allow]},
        "context": context,
    }
