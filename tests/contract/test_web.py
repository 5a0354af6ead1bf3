"""What CloudFront does for the web client on AWS, and the local edge does here, is the same."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.contract import stack

from vivier_local.asgi import Request
from vivier_local.site import POLICY, PORTAL, PORTAL_POLICY, SECURITY, Site

# What only AWS has: files and sign-in stand at origins of their own there.
BUCKET = "https://Files.RegionalDomainName"
LOGIN = f"https://vivier-prod-{stack.ACCOUNT}.auth.{stack.REGION}.amazoncognito.com"
ROUTES = ["/", "/people", "/people/can_01", "/signed-in", "/docs/", "/index.html", "/assets/app-1a2b.js"]
ROUTES += [
    "/p/invitation",
    "/p/invitation.html",
    "/p/gone",
    "/p/",
    "/p/a/b",
    "/p",
    "/assets/gone.js",
    "/config.json",
    "/favicon.svg",
    "/docs/docs.js",
    "/docs/gone.css",
    "/no.such",
]
FILES = ["index.html", "assets/app-1a2b.js", "config.json", "favicon.svg", "docs/index.html", "docs/docs.js"]
FILES += ["p/invitation.html"]


def directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split(";")]
    return {name: set(sources) for name, *sources in parts}


def headers(policy: str = "WebHeaders") -> dict[str, Any]:
    config = stack.resources("AWS::CloudFront::ResponseHeadersPolicy")[policy]["ResponseHeadersPolicyConfig"]
    resolved: dict[str, Any] = stack.resolve(config)
    return resolved


def test_the_content_policy_is_the_local_one_and_the_two_origins_that_aws_adds() -> None:
    expected = directives(POLICY)
    expected["img-src"] |= {BUCKET}
    expected["connect-src"] |= {BUCKET, LOGIN}

    given = headers()["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert directives(given) == expected


def test_pages_that_links_open_have_the_local_policy_and_the_bucket() -> None:
    expected = directives(PORTAL_POLICY)
    expected["img-src"] |= {BUCKET}
    expected["connect-src"] |= {BUCKET}

    given = headers("PortalHeaders")["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert directives(given) == expected
    assert not any("unsafe" in source for sources in expected.values() for source in sources)


@pytest.mark.parametrize(("policy", "local"), [("WebHeaders", SECURITY), ("PortalHeaders", PORTAL)])
def test_the_other_headers_are_the_local_ones(policy: str, local: dict[str, str]) -> None:
    security = headers(policy)["SecurityHeadersConfig"]
    given = {
        "referrer-policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "x-frame-options": security["FrameOptions"]["FrameOption"],
        "x-content-type-options": "nosniff" if security["ContentTypeOptions"]["Override"] else "",
        **{h["Header"]: h["Value"] for h in headers(policy)["CustomHeadersConfig"]["Items"]},
    }

    assert given == {name: value for name, value in local.items() if name != "content-security-policy"}


@pytest.mark.parametrize(("origin", "stage"), [("api", "ApiapiStage"), ("public", "PublicApipublicStage")])
def test_an_api_is_never_cached_and_gets_every_header_but_host(origin: str, stage: str) -> None:
    config = stack.resources("AWS::CloudFront::Distribution")["Web"]["DistributionConfig"]
    (api,) = (each for each in config["CacheBehaviors"] if each["TargetOriginId"] == origin)

    assert api["PathPattern"] == f"/{stack.resources('AWS::ApiGateway::Stage')[stage]['StageName']}/*"
    assert api["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    assert api["OriginRequestPolicyId"] == "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    assert {"GET", "POST", "PUT", "PATCH", "DELETE"} <= set(api["AllowedMethods"])
    assert "FunctionAssociations" not in api


@pytest.fixture(scope="module")
def routed() -> dict[str, Any]:
    """What the CloudFront Function makes of each route, run by node."""
    code = stack.resources("AWS::CloudFront::Function")["WebRouter"]["FunctionCode"]
    node = shutil.which("node")
    assert node
    script = f"{code}\nconst asked = {json.dumps([*ROUTES, '/docs'])};\n"
    script += "console.log(JSON.stringify(asked.map((uri) => handler({ request: { uri, headers: {} } }))));"
    ran = subprocess.run([node, "-e", script], capture_output=True, text=True, check=True)
    return dict(zip([*ROUTES, "/docs"], json.loads(ran.stdout), strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("dist")
    for name in FILES:
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(name)
    return made


@pytest.mark.parametrize("route", ROUTES)
def test_a_route_gives_the_same_file_there_and_here(routed: dict[str, Any], folder: Path, route: str) -> None:
    key = routed[route]["uri"].lstrip("/")
    there = key if key in FILES else None

    site = Site(folder / "docs", "/docs") if route.startswith("/docs") else Site(folder)
    here = site.answer(Request(method="GET", path=route, query={}, headers={}, body=b""))
    assert (here.body.decode() if here.status == 200 else None) == there


def test_the_docs_have_one_address(routed: dict[str, Any]) -> None:
    assert routed["/docs"]["headers"]["location"]["value"] == "/docs/"
