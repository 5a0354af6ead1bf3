"""Asking a model of Bedrock, over the wire: Converse's own shape, what it took, and what silence does.

The answers are written after Converse's documentation: no account was at hand to record some.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from tests.conftest import ENVIRONMENT, set_environment

from vivier.casework.reading import second_opinion
from vivier.gateways import bedrock
from vivier.kernel.errors import Unavailable

USED = {"experience": [{"title": {"line": 4, "text": "Tisseuse de brume"}}]}


def converse(stop: str = "tool_use", content: list[Any] | None = None) -> dict[str, Any]:
    """https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html"""
    used = [{"toolUse": {"toolUseId": "tooluse_1", "name": "read", "input": USED}}]
    return {
        "output": {"message": {"role": "assistant", "content": used if content is None else content}},
        "stopReason": stop,
        "usage": {"inputTokens": 1200, "outputTokens": 300, "totalTokens": 1500},
        "metrics": {"latencyMs": 900},
    }


class Bedrock(ThreadingHTTPServer):
    """Plays Bedrock: keeps what it was asked, answers with `status` and `answer`."""

    status = 200
    answer: Any = None
    asked: list[tuple[str, dict[str, Any]]]


class _Answer(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server: Any = self.server
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        server.asked.append((self.path, body))
        said = json.dumps(server.answer).encode()
        self.send_response(server.status)
        if server.status != 200:
            self.send_header("x-amzn-errortype", "AccessDeniedException")
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bedrock]:
    server = Bedrock(("127.0.0.1", 0), _Answer)
    server.asked, server.answer = [], converse()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    prices = {"REFINE_MODEL": "eu.test-model", "REFINE_INPUT_PRICE": "3", "REFINE_OUTPUT_PRICE": "15"}
    with set_environment(monkeypatch, ENVIRONMENT | prices | {"AWS_ENDPOINT_URL_BEDROCK_RUNTIME": url}):
        yield server
    server.shutdown()
    server.server_close()


def test_the_schema_is_the_only_way_to_answer(model: Bedrock) -> None:
    assert second_opinion("4: Tisseuse de brume") == USED

    ((path, body),) = model.asked
    assert path == "/model/eu.test-model/converse"
    assert body["messages"] == [{"role": "user", "content": [{"text": "4: Tisseuse de brume"}]}]
    assert body["toolConfig"]["toolChoice"] == {"tool": {"name": "read"}}
    schema = body["toolConfig"]["tools"][0]["toolSpec"]["inputSchema"]["json"]
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {"experience", "education"}


def test_what_it_took_is_told(model: Bedrock, caplog: pytest.LogCaptureFixture) -> None:
    second_opinion("4: Tisseuse de brume")

    (told,) = (vars(one) for one in caplog.records if one.message == "second opinion")
    assert (told["input_tokens"], told["output_tokens"]) == (1200, 300)
    assert told["dollars"] == pytest.approx((1200 * 3 + 300 * 15) / 1e6)
    assert "Tisseuse" not in str(told)


def test_a_refusal_is_no_opinion(model: Bedrock) -> None:
    model.status, model.answer = 403, {"message": "You may not use this model."}

    assert second_opinion("4: Tisseuse de brume") is None
    with pytest.raises(Unavailable):
        bedrock.ask("eu.test-model", "", "4: x", {})


@pytest.mark.parametrize(
    "answer", [converse("max_tokens"), converse("end_turn", [{"text": "A fine career."}]), converse("tool_use", [])]
)
def test_an_answer_that_was_cut_or_is_talk_is_no_opinion(model: Bedrock, answer: dict[str, Any]) -> None:
    model.answer = answer

    assert second_opinion("4: Tisseuse de brume") is None
