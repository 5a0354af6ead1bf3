"""An experiment on the words of a mail, from its draft to what it changed: each of its routes once."""

from email import message_from_string, policy
from typing import Any

from moto.ses.models import ses_backends
from tests.contract import stack
from tests.contract.interview_day import Meets
from tests.factories import WORKSPACE

ONE = "/experiments/{experiment_id}"
WORDS = {"subject": "Bonjour", "body": "{{ greeting }}, [le poste](https://halage.example/poste)"}
OTHER = WORDS | {"subject": "Dix minutes ?"}


def of_an_experiment(api: Meets, candidate_id: str) -> None:
    text = api.asks("POST", "/texts", {"name": "Approche", "kind": "mail", "fr": WORDS, "en": WORDS}, expect=201)
    text_id = text["text"]["id"]
    wanted = {
        "name": "Objet",
        "place": {"kind": "template", "template": text_id},
        "plan": {"metric": "click"},
        "variants": [{"key": "a", "fr": WORDS, "en": WORDS}, {"key": "b", "fr": OTHER, "en": OTHER}],
    }
    assert api.asks("GET", "/experiments/estimate", query={"difference": "10"})["people"]
    where: dict[str, Any] = {"experiment_id": _drafted(api, wanted)}
    api.asks("POST", ONE + "/start", headers={"If-Match": '"2"'}, **where)
    _pressed(api, candidate_id, text_id)
    assert api.asks("GET", "/experiments")["experiments"][0]["experiment"]["state"] == "running"
    pages = (api.asks("GET", ONE + "/people", query={"variant": v, "which": "waiting"}, **where) for v in "ab")
    assert sum(len(page["people"]) for page in pages) == 1
    for act in ("stop", "resume"):
        api.asks("POST", f"{ONE}/{act}", **where)
    api.asks("POST", ONE + "/adopt", {"variant": "b"}, **where)
    api.asks("POST", ONE + "/give-back", **where)
    assert api.asks("GET", ONE, **where)["verdict"]["said"] == "not_enough"


def _drafted(api: Meets, wanted: dict[str, Any]) -> str:
    spare = api.asks("POST", "/experiments", wanted, expect=201)["experiment"]["id"]
    api.asks("DELETE", ONE, headers={"If-Match": '"1"'}, experiment_id=spare)
    made: str = api.asks("POST", "/experiments", wanted, expect=201)["experiment"]["id"]
    api.asks("PUT", ONE, wanted | {"name": "Autre"}, headers={"If-Match": '"1"'}, experiment_id=made)
    return made


def _pressed(api: Meets, candidate_id: str, text_id: str) -> None:
    """A mail in the words of a variant leaves; its link is pressed."""
    draft = WORDS | {"text_id": text_id}
    wanted = {"key": "0" + "2" * 25, "candidate_ids": [candidate_id], "draft": draft}
    (sent,) = api.asks("POST", "/mails", wanted, expect=202)["written"]
    where = {"candidate_id": candidate_id, "key": sent["message_key"]}
    api.asks("POST", "/candidates/{candidate_id}/mails/{key}/send", **where)
    api.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": where["key"]})
    raw = ses_backends[stack.ACCOUNT][stack.REGION].sent_messages[-1].raw_data
    body = message_from_string(raw, policy=policy.default).get_body(("html",))
    assert body
    token = str(body.get_content()).partition("/p/link#")[2][:22]
    headers = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
    led = api.visits("POST", "/link", {"number": 0, "by_hand": True}, token=token, headers=headers)
    assert led["to"] == "https://halage.example/poste"
