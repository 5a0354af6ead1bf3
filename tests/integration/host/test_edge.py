"""One origin: what stands where, and who is let in."""

import httpx
import pytest
from tests.integration.host.running import Running

from vivier_local import personas, signin
from vivier_local.personas import PERSONAS


def test_the_api_stands_below_its_stage_without_a_prefix(instance: Running) -> None:
    answer = instance.http.get("/api/echo/J%C3%A9r%C3%B4me").json()

    assert answer["name"] == "Jérôme"
    assert answer["stage"] == "api"
    assert answer["endpoint"] == instance.url


def test_a_form_upload_and_a_presigned_download_stand_at_the_same_origin(instance: Running) -> None:
    s3 = instance.aws("s3")
    bucket = instance.outputs["FilesName"]
    conditions = [["content-length-range", 1, 1000]]
    form = s3.generate_presigned_post(bucket, "quarantine/cv.pdf", Conditions=conditions, ExpiresIn=60)

    sent = instance.http.post(form["url"], data=form["fields"], files={"file": ("cv.pdf", b"%PDF-1.4")})
    link = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "quarantine/cv.pdf"}, ExpiresIn=60)
    got = instance.http.get(link)

    assert form["url"].startswith(instance.url)
    assert sent.status_code == 204
    assert link.startswith(instance.url)
    assert got.content == b"%PDF-1.4"


def test_a_form_upload_beyond_its_size_is_refused(instance: Running) -> None:
    conditions = [["content-length-range", 1, 10]]
    form = instance.aws("s3").generate_presigned_post(
        instance.outputs["FilesName"], "quarantine/big", Conditions=conditions, ExpiresIn=60
    )

    sent = instance.http.post(form["url"], data=form["fields"], files={"file": ("big", b"x" * 11)})

    assert sent.status_code == 400


def test_nothing_in_a_bucket_is_read_without_a_signature(instance: Running) -> None:
    bucket = instance.outputs["FilesName"]
    instance.aws("s3").put_object(Bucket=bucket, Key="secret.txt", Body=b"secret")

    answer = instance.http.get(f"/{bucket}/secret.txt")

    assert answer.status_code == 403
    assert "secret" not in answer.text.replace("secret.txt", "")


@pytest.mark.parametrize("path", ["/_ministack/health", "/_ministack/reset"])
def test_the_emulators_own_doors_are_shut(instance: Running, path: str) -> None:
    assert instance.http.post(path).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 405),
    ],
)
def test_other_sites_and_names_are_turned_away(instance: Running, headers: dict[str, str], status: int) -> None:
    assert instance.http.post("/", headers=headers).status_code == status


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.key)
def test_every_persona_signs_in_through_the_hosted_login(instance: Running, persona: personas.Persona) -> None:
    tokens = signin.sign_in(instance.http, persona)

    said = instance.aws("cognito-idp").get_user(AccessToken=tokens.access_token)

    assert {each["Name"]: each["Value"] for each in said["UserAttributes"]}["email"] == persona.email


def test_a_wrong_password_gives_no_token(instance: Running) -> None:
    with pytest.raises(signin.SignInFailed):
        signin.sign_in(instance.http, PERSONAS[0], password="wrong")


def test_the_keys_of_tokens_are_published_at_the_origin(instance: Running) -> None:
    keys = instance.http.get(f"/{instance.outputs['Pool']}/.well-known/jwks.json").json()

    assert keys["keys"][0]["kty"] == "RSA"


def test_two_instances_run_side_by_side(instance: Running, as_it_comes: Running) -> None:
    first, second = (httpx.get(f"{each.url}/config.json").json() for each in (instance, as_it_comes))

    assert first["authorize_url"].startswith(instance.url)
    assert second["authorize_url"].startswith(as_it_comes.url)
    assert first["client_id"] != second["client_id"]


def test_the_local_pages_come_with_a_policy_that_lets_nothing_else_in(instance: Running) -> None:
    for path in ("/mailbox", "/personas"):
        answer = instance.http.get(path)

        assert answer.status_code == 200
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
