"""Amazon Bedrock: numbered lines in, an answer bound to a schema out, with what it took.

The one tool that the model must use has the schema as its input (Converse,
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html).
"""

from typing import Any, NamedTuple

from botocore.exceptions import BotoCoreError, ClientError

from vivier.gateways.clients import client
from vivier.kernel.errors import Unavailable

TOOL = "read"
MOST_TOKENS = 8_000


class Answered(NamedTuple):
    """`given` is what the model filled the schema with, unchecked; None when it did not."""

    given: dict[str, Any] | None
    input_tokens: int
    output_tokens: int

    def dollars(self, input_price: float, output_price: float) -> float:
        """At these prices of a million tokens."""
        return (self.input_tokens * input_price + self.output_tokens * output_price) / 1e6


def ask(model: str, task: str, text: str, schema: dict[str, Any], bedrock: Any = None) -> Answered:
    """Raises Unavailable when there is no answer: throttled, forbidden, late. Nothing depends on one."""
    tool = {"toolSpec": {"name": TOOL, "description": "What was read.", "inputSchema": {"json": schema}}}
    try:
        answer = (bedrock or client("bedrock-runtime")).converse(
            modelId=model,
            system=[{"text": task}],
            messages=[{"role": "user", "content": [{"text": text}]}],
            inferenceConfig={"maxTokens": MOST_TOKENS, "temperature": 0},
            toolConfig={"tools": [tool], "toolChoice": {"tool": {"name": TOOL}}},
        )
    except ClientError as error:
        raise Unavailable("Bedrock refused", code=error.response["Error"]["Code"]) from error
    except BotoCoreError as error:
        raise Unavailable("Bedrock did not answer", code=type(error).__name__) from error
    content = answer["output"].get("message", {}).get("content", [])
    used = next((part["toolUse"]["input"] for part in content if "toolUse" in part), None)
    spent = answer.get("usage", {})
    whole = used if isinstance(used, dict) and answer.get("stopReason") == "tool_use" else None
    return Answered(whole, spent.get("inputTokens", 0), spent.get("outputTokens", 0))
