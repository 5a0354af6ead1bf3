"""What is asked of a person, and what they answer: each route of both APIs once."""

from typing import Any

from tests.contract.entries import uploaded
from tests.contract.interview_day import Meets
from tests.factories import WORKSPACE
from tests.pictures import pdf_of

from vivier.gateways import files
from vivier.intake.model import quarantine_key
from vivier.kernel.ids import new_id, sort_key

ASK = "/candidates/{candidate_id}/asks/{ask_id}"


def of_a_question(api: Meets) -> None:
    """A person without a phone is asked, taken back, asked again with a link; they answer, with a CV."""
    person = {"relation": "found", "email": "jeanne@exemple.fr", "name": "Jeanne Riou"}
    one = api.asks("POST", "/candidates", person, expect=201)["id"]
    asked: dict[str, Any] = {"candidate_ids": [one], "remind_after_days": 3}
    (looked,) = api.asks("POST", "/asks/preview", {"candidate_ids": [one]})["people"]
    assert looked["pieces"] == ["phones", "cv"]
    first = _asked(api, asked)
    where = {"candidate_id": one, "ask_id": first["id"]}
    api.asks("POST", ASK + "/withdraw", **where)
    second = _asked(api, asked | {"pieces": ["phones", "location", "cv"]})
    where["ask_id"] = second["id"]
    _answered(api, api.asks("POST", ASK + "/link", **where)["url"].rpartition("#")[2])
    assert len(api.asks("GET", "/candidates/{candidate_id}", candidate_id=one)["proposals"]) == 2


def _asked(api: Meets, wanted: dict[str, Any]) -> dict[str, Any]:
    (done,) = api.asks("POST", "/asks", {"key": sort_key(new_id("key")), **wanted}, expect=202)["asked"]
    return dict(done["ask"])


def _answered(api: Meets, token: str) -> None:
    api.visits("POST", "/missing/opened", token=token)
    assert api.visits("GET", "/missing", token=token)["pieces"]
    cv = pdf_of(["Jeanne Riou", "Batelière", "jeanne@exemple.fr"])
    wanted = {"client_key": "cv", "name": "cv.pdf", "size": len(cv)}
    upload = api.visits("POST", "/missing/files", wanted, token=token, expect=201)
    files.write(quarantine_key(WORKSPACE, upload["intake_id"]), cv, "application/pdf")
    given = {"phones": ["06 39 98 00 44"], "location": "Conflans-Sainte-Honorine"}
    assert api.visits("POST", "/missing", given, token=token)["state"] == "answered"
    api.does("InspectFileFunction", uploaded(upload["intake_id"]))
