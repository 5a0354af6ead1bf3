"""`template.yaml` and its parts as one flat template, its local paths replaced by what was uploaded.

One flat stack: nested ones can't be updated on MiniStack, and one stack is one thing to roll back on AWS.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import yaml
from samtranslator.yaml_helper import yaml_parse

from vivier_packager import archives

Template = dict[str, Any]
SECTIONS = ("Parameters", "Mappings", "Conditions", "Rules", "Resources", "Outputs")
CODE = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::StateMachine": "DefinitionUri",
}


class PartsCollide(Exception):
    """Two parts declare the same thing differently."""


class Uploads(Protocol):
    """Where packaged files go."""

    def put(self, body: bytes, extension: str) -> str:
        """Keeps `body` under a name made of its content; answers its `s3://` address."""

    def layer(self, folder: Path) -> bytes:
        """The zip of a layer's folder."""


def load(path: Path) -> Template:
    """The template with the parts listed in `Metadata.Parts` merged in and `AWS::Include` files inlined."""
    whole: Template = yaml_parse(path.read_text(encoding="utf-8"))
    for part in whole.get("Metadata", {}).pop("Parts", []):
        _merge(whole, yaml_parse((path.parent / part).read_text(encoding="utf-8")), part)
    if not whole.get("Metadata", True):
        del whole["Metadata"]
    included: Template = _include(whole, path.parent)
    return included


def package(path: Path, uploads: Uploads) -> Template:
    """The deployable template. Raises FileNotFoundError when it names a folder or file that isn't there."""
    template = load(path)
    for kind, properties, shared in _code_holders(template):
        name = CODE.get(kind)
        value = properties.get(name) if name else None
        if name and isinstance(value, str) and "://" not in value:
            properties[name] = _upload(kind, path.parent / value, [path.parent / each for each in shared], uploads)
    return template


def definition(path: Path) -> dict[str, Any]:
    """A state machine written in YAML."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def as_json(template: Template) -> str:
    return json.dumps(template, default=str, separators=(",", ":"))


def _merge(whole: Template, part: Template, name: str) -> None:
    """A part repeats the parameters it uses (so that editors and linters can read it alone); the template's win."""
    for section in SECTIONS:
        entries = part.get(section) or {}
        mine = whole.setdefault(section, {}) if entries else {}
        for key, value in entries.items():
            if key in mine and section != "Parameters" and mine[key] != value:
                raise PartsCollide(f"{name} declares {section}.{key} again, and differently")
            mine.setdefault(key, value)


def _include(node: Any, folder: Path) -> Any:
    if isinstance(node, list):
        return [_include(each, folder) for each in node]
    if not isinstance(node, dict):
        return node
    transform = node.get("Fn::Transform")
    if isinstance(transform, dict) and transform.get("Name") == "AWS::Include":
        location = transform["Parameters"]["Location"]
        rest = {key: _include(value, folder) for key, value in node.items() if key != "Fn::Transform"}
        return {**yaml_parse((folder / location).read_text(encoding="utf-8")), **rest}
    return {key: _include(value, folder) for key, value in node.items()}


def _code_holders(template: Template) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Type and properties of what may hold code, and the folders that its `Metadata.With` puts beside its own files."""
    globals_ = template.get("Globals", {}).get("Function")
    if globals_:
        yield "AWS::Serverless::Function", globals_, []
    for resource in template["Resources"].values():
        metadata = resource.get("Metadata", {})
        shared = metadata.pop("With", [])
        if not metadata:
            resource.pop("Metadata", None)
        yield resource["Type"], resource.setdefault("Properties", {}), shared


def _upload(kind: str, source: Path, shared: list[Path], uploads: Uploads) -> str:
    for folder in (source, *shared):
        if not folder.exists():
            raise FileNotFoundError(f"the template names {folder}, which isn't there (make layers?)")
    makers: dict[str, Callable[[], tuple[bytes, str]]] = {
        "AWS::Serverless::LayerVersion": lambda: (uploads.layer(source), ".zip"),
        "AWS::Serverless::StateMachine": lambda: (json.dumps(definition(source)).encode(), ".json"),
        "AWS::Serverless::Function": lambda: (archives.zip_folders(source, *shared), ".zip"),
    }
    body, extension = makers[kind]()
    return uploads.put(body, extension)
