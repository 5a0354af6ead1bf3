"""A day of the product: every function and every route of the API does its work once, on real files."""

import json
from datetime import UTC, datetime
from email import message_from_string, policy
from io import BytesIO
from typing import Any

from botocore.exceptions import ClientError
from moto.ses.models import ses_backends
from tests.contract import day, erasure_day, mail_day, sequence_day, stack
from tests.contract.entries import SUBJECT, example, invoke, noticed, request, said, uploaded
from tests.contract.recording import Answers, Recording
from tests.contract.tokens import Pool
from tests.factories import WORKSPACE
from tests.pictures import as_bytes, pdf_of, picture_of

from vivier.casework.inspection import ocr_key
from vivier.gateways import files
from vivier.intake import store as intakes
from vivier.intake.model import opened_prefix, quarantine_key
from vivier.kernel.actor import Role
from vivier.mail.deliverability import store as sending
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.resumes.opening.inline import open_file
from vivier.storage.table import get
from vivier.storage.transaction import Transaction
from vivier.team import service as team


def cv(name: str, email: str, phone: str = "06 39 98 00 17", headline: str = "Ingénieure logiciel") -> list[str]:
    return [
        name,
        headline,
        f"{email} - {phone}",
        "Lyon, France",
        "EXPÉRIENCE",
        "Développeuse Python, Atelier Numérique, Lyon - janvier 2019 à aujourd'hui",
        "Conception de services et encadrement d'une équipe de trois personnes.",
        "FORMATION",
        "Master informatique, Université Lyon 1, 2016 - 2018",
        "COMPÉTENCES",
        "Python, SQL, AWS",
    ]


NADIA = cv("Nadia Ferrand", "nadia.ferrand@exemple.fr")
NEWER = cv("Nadia Ferrand", "nadia.ferrand@exemple.fr", headline="Architecte logiciel")
SCANNED = cv("Ilan Morvan", "ilan.morvan@exemple.fr", "06 39 98 00 18")
TWO_PAGES = cv("Aude Kerbrat", "aude.kerbrat@exemple.fr", "06 39 98 00 19")


def _blocks(lines: list[str], pages: int) -> list[dict[str, Any]]:
    """What Textract would say of these pages: our own reading of the same text."""
    return [dict(b) for b in open_file(pdf_of(lines, pages=pages), "cv.pdf", "application/pdf").blocks]


def answers() -> Answers:
    """Of the services that the cloud in memory lacks."""
    layout = {"DocumentMetadata": {"Pages": 1}}
    return {
        "textract.AnalyzeDocument": lambda: layout | {"Blocks": _blocks(SCANNED, 1)},
        "textract.StartDocumentAnalysis": lambda: {"JobId": "c4f9" * 16},
        "textract.GetDocumentAnalysis": lambda: layout | {"JobStatus": "SUCCEEDED", "Blocks": _blocks(TWO_PAGES, 2)},
        "stepfunctions.StartExecution": lambda: {"executionArn": "arn:aws:states:x", "startDate": datetime.now(UTC)},
        "stepfunctions.SendTaskSuccess": dict,
        "lambda.Invoke": lambda: {"StatusCode": 202, "Payload": BytesIO(b'{"email": "ewen@exemple.fr"}')},
        **_account(),
    }


def _account() -> Answers:
    """One account of the user pool: there is none at first, and it is shut when somebody asks for it again."""
    made: list[dict[str, str]] = []

    def create() -> dict[str, Any]:
        if made:
            raise ClientError({"Error": {"Code": "UsernameExistsException"}}, "AdminCreateUser")
        made.append({"Name": "sub", "Value": "00000000-1111-4222-8333-555555555555"})
        return {"User": {"Attributes": made}}

    quiet = ("AdminEnableUser", "AdminDisableUser", "AdminUserGlobalSignOut", "AdminSetUserPassword")
    return {
        "cognito-idp.AdminCreateUser": create,
        "cognito-idp.AdminGetUser": lambda: {"Enabled": False, "UserAttributes": made},
        **{f"cognito-idp.{operation}": dict for operation in quiet},
    }


class Journey:
    """Does the work, function by function, and remembers which routes it took and what they answered."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.routes: set[tuple[str, str]] = set()
        self.member = ""
        self.visited: set[tuple[str, str]] = set()

    def run(self) -> None:
        camille = team.add_member(WORKSPACE, subject=SUBJECT, name="Camille", email="c@halage.example", role=Role.admin)
        self.member = camille.id
        with Pool() as pool:
            event = example("api_authorizer") | {"authorizationToken": f"Bearer {pool.token(SUBJECT)}"}
            self.does("AuthorizeFunction", event, ISSUER=pool.issuer, JWKS_URL=pool.keys, CLIENT_ID=pool.client)
        nadia = self.arrives(pdf_of(NADIA), "cv.pdf")
        self.answered(nadia)
        again = self.arrives(pdf_of(NEWER), "newer.pdf")
        scan = self.arrives(as_bytes(picture_of(SCANNED)), "scan.png")
        self.arrives(_scan_of_two_pages(), "scan.pdf")
        twin = self.arrives(pdf_of(cv("Nadia Ferrand", "n.ferrand@autre.example", "06 39 98 00 20")), "twin.pdf")
        self.joins()
        self.applies_later()
        self.loses_a_picture()
        broken = self.arrives(b"MZ\x90\x00 not a document", "cv.exe")
        self.visits("GET", "/health")
        mail_day.of_answers(self, nadia)
        mail_day.of_what_nobody_asked_for(self, nadia["candidate_id"])
        sequence_day.of_a_sequence(self, nadia["candidate_id"])
        day.of_a_recruiter(self, nadia, again, scan, twin, broken)
        self.sweeps()
        erasure_day.of_an_erasure(self, nadia["candidate_id"])

    def does(self, function: str, event: dict[str, Any], **environment: str) -> Any:
        with self.recording.of(function, **environment):
            return invoke(function, event)

    def asks(self, method: str, resource: str, body: Any = None, *, expect: int = 200, **more: Any) -> Any:
        """One route; its answer's body. The ETag of the last answer is kept for If-Match."""
        self.routes.add((method, resource))
        event = request(method, resource, body, **more)
        event["requestContext"]["authorizer"]["member"] = self.member
        answer = self.does("ApiFunction", event)
        assert answer["statusCode"] == expect, (method, resource, answer["body"])
        return json.loads(answer["body"])

    def visits(
        self, method: str, resource: str, body: Any = None, *, token: str | None = None, expect: int = 200, **more: Any
    ) -> Any:
        """One route that a link opens; its answer's body. A page's link stands in its address, and it takes forms."""
        self.visited.add((method, resource))
        form, page = more.pop("form", None), "{token}" in resource
        headers = more.pop("headers", {}) | ({"Authorization": f"Bearer {token}"} if token and not page else {})
        headers |= {"content-type": "application/x-www-form-urlencoded"} if form else {}
        where: dict[str, Any] = {"token": token} if page else {}
        event = request(method, resource, body, headers=headers or None, **more, **where)
        event["body"] = form or event["body"]
        del event["requestContext"]["authorizer"]
        answer = self.does("PublicFunction", event)
        assert answer["statusCode"] == expect, (method, resource, answer["body"])
        return json.loads(answer["body"]) if "json" in answer["headers"]["Content-Type"] else answer["body"]

    def arrives(self, content: bytes, name: str, relation: str = "applied") -> dict[str, Any]:
        """A file from its announcement to its record, as cv_intake drives it."""
        wanted = {
            "relation": relation,
            "batch": "monday",
            "files": [{"client_key": name, "name": name, "size": len(content)}],
        }
        (upload,) = self.asks("POST", "/uploads", wanted, headers={"Idempotency-Key": f"drop-{name}"})["uploads"]
        identifier = upload["intake_id"]
        self.asks("POST", "/uploads/{intake_id}/renew", intake_id=identifier)
        files.write(quarantine_key(WORKSPACE, identifier), content, "application/octet-stream")
        file = self.does("InspectFileFunction", uploaded(identifier))
        step = self.does("ReadCvFunction", {"step": "read", "file": file})
        if step["next"] == "recognise":
            self.does("ReadCvFunction", {"step": "recognise", "file": file, "token": "task-token"})
            self.does("ReadCvFunction", noticed(identifier))
            step = self.does("ReadCvFunction", {"step": "read", "file": file})
        return intakes.load(WORKSPACE, identifier).read().model_dump(mode="json") | {"step": step}

    def answered(self, intake: dict[str, Any]) -> None:
        """The acknowledgement leaves, and SES says what became of it."""
        key = intake["step"]["message_key"]
        limits_are_old()
        assert self.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})["state"] == "sent"
        for kind in ("send", "delivery", "complaint"):
            self.does("RecordDeliveryFunction", said(kind, key))
        person = intake["candidate_id"]
        self.asks("GET", "/candidates/{candidate_id}/mails/{key}", candidate_id=person, key=key)
        self.asks("POST", "/candidates/{candidate_id}/mails/{key}/seen", candidate_id=person, key=key)

    def joins(self) -> None:
        """A colleague is invited, leaves before they have come, is invited again and comes."""
        wanted = {"email": "ewen@exemple.fr", "name": "Ewen Tanguy", "role": "reader"}
        member = self.asks("POST", "/members", wanted, expect=201)
        where = {"member_id": member["id"]}
        self.asks("POST", "/members/{member_id}/invite", expect=202, **where)
        self.asks("DELETE", "/members/{member_id}", **where)
        self.asks("POST", "/members", wanted, expect=201)
        self.asks("PATCH", "/members/{member_id}", {"role": "recruiter"}, **where)
        everyone = self.asks("GET", "/members")["members"]
        self.asks("GET", "/members/{member_id}/held", **where)
        follower = next(m["id"] for m in everyone if m["role"] == "admin")
        self.asks("POST", "/members/{member_id}/handover", {"to": follower}, **where)
        key = f"invitation-{member['id'].partition('_')[2]}-4"  # invited, again, removed, invited
        assert self.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})["state"] == "sent"
        token = self.opened_link("/p/invitation")
        self.visits("GET", "/invitation", token=token)
        self.visits("POST", "/invitation", {"password": "marée haute 2026"}, token=token)
        done = self.does("SetPasswordFunction", {"token": token, "password": "marée haute 2026"})
        assert done == {"email": "ewen@exemple.fr"}

    def opened_link(self, page: str) -> str:
        """The token in the mail that left last."""
        return written().rpartition(f"{page}#")[2][:22]

    def applies_later(self) -> None:
        """Someone who was found sends the same CV: they leave one list for another."""
        found = cv("Odile Quéméner", "odile.quemener@exemple.fr", "06 39 98 00 21")
        first = self.arrives(pdf_of(found), "found.pdf", "found")
        again = self.arrives(pdf_of(found), "found.pdf.2")
        assert again["candidate_id"] == first["candidate_id"]
        self.settles_late(again["step"]["message_key"])

    def settles_late(self, key: str) -> None:
        """Nobody knows whether a mail has left, until SES says so."""
        row = get(MessageItem, MessageItem.key(WORKSPACE, key))
        transaction = Transaction()
        transaction.save(row.now(WORKSPACE, row.read().model_copy(update={"state": State.unknown})))
        transaction.commit()
        assert self.does("RecordDeliveryFunction", said("send", key))["recorded"]
        self.does("RecordDeliveryFunction", said("bounce", key))

    def loses_a_picture(self) -> None:
        """What was opened is gone when it is read: the page counts as empty."""
        wanted = {"relation": "found", "batch": "gone", "files": [{"client_key": "g", "name": "g.png", "size": 9}]}
        (upload,) = self.asks("POST", "/uploads", wanted)["uploads"]
        identifier = upload["intake_id"]
        files.write(quarantine_key(WORKSPACE, identifier), as_bytes(picture_of(SCANNED)), "image/png")
        file = self.does("InspectFileFunction", uploaded(identifier))
        files.delete(ocr_key(opened_prefix(WORKSPACE, identifier), 1))
        self.does("ReadCvFunction", {"step": "read", "file": file})

    def sweeps(self) -> None:
        """A message is due, a file stands that nobody reads, another never came."""
        added = {"name": "Loïc Balnar", "email": "loic@exemple.fr", "relation": "applied"}
        self.asks("POST", "/candidates", added, expect=201)
        wanted = {"relation": "found", "batch": "late", "files": [{"client_key": "a", "name": "a.pdf", "size": 9}] * 1}
        (stands,) = self.asks("POST", "/uploads", wanted)["uploads"]
        wanted["batch"] = "never"
        self.asks("POST", "/uploads", wanted)
        files.write(quarantine_key(WORKSPACE, stands["intake_id"]), pdf_of(["Late"]), "application/pdf")
        mail_day.left_behind()
        limits_are_old()
        done = self.does("SweepFunction", {"after_restart": True})
        assert done["Redriven"] >= 1
        assert done["MailSent"] >= 1
        assert done["MailReceived"] == 1


def limits_are_old() -> None:
    """Who sends next asks SES again what the account may send."""
    seen = sending.account()
    sending.note(seen, seen.ledger.model_copy(update={"asked_at": None}))


def written() -> str:
    """The last mail that left, as text."""
    raw = ses_backends[stack.ACCOUNT][stack.REGION].sent_messages[-1].raw_data
    body = message_from_string(raw, policy=policy.default).get_body(("plain",))
    assert body
    return str(body.get_content())


def _scan_of_two_pages() -> bytes:
    buffer = BytesIO()
    first, second = picture_of(TWO_PAGES), picture_of(TWO_PAGES[4:])
    first.save(buffer, "PDF", save_all=True, append_images=[second], resolution=150)
    return buffer.getvalue()
