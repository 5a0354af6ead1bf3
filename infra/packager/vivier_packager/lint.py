"""The packaged template, checked as it will be deployed: cfn-lint with every state machine's definition inlined.

An invalid state machine deploys on the local emulator, and fails on AWS only at the end of a deployment.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vivier_packager import archives, template

ROLE = "arn:aws:iam::123456789012:role/checked-only"


class MachineInvalid(Exception):
    """A state machine names states that it doesn't have, or has some that nothing leads to."""


class FileUploads:
    """Packages into a folder: what `make check`, `sam validate` and a reader look at."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, body: bytes, extension: str) -> str:
        name = f"{len(body):012d}{extension}"
        (self._folder / name).write_bytes(body)
        return f"s3://packaged-here/{name}"

    def layer(self, folder: Path) -> bytes:
        return archives.zip_entries({"python/layer.txt": folder.name.encode()})


def packaged(root: Path) -> Path:
    """Writes the packaged template below .build/ and answers where."""
    path = root / ".build" / "template.json"
    made = template.package(root / "template.yaml", FileUploads(root / ".build" / "packaged"))
    path.write_text(template.as_json(made), encoding="utf-8")
    return path


def with_definitions(root: Path) -> Path:
    """The same template with each state machine a second time, its definition inlined where cfn-lint checks it."""
    made = template.package(root / "template.yaml", FileUploads(root / ".build" / "packaged"))
    source = template.load(root / "template.yaml")
    for name, resource in source["Resources"].items():
        if resource["Type"] == "AWS::Serverless::StateMachine":
            properties = resource["Properties"]
            made["Resources"][f"{name}AsChecked"] = _inlined(root / properties["DefinitionUri"], properties)
    path = root / ".build" / "template.checked.json"
    path.write_text(template.as_json(made), encoding="utf-8")
    return path


def check_targets(machine: dict[str, Any], where: str) -> None:
    """What cfn-lint leaves out: every state named is there, every state there is named. Raises MachineInvalid."""
    states = machine["States"]
    named = {machine["StartAt"], *(target for state in states.values() for target in _targets(state))}
    missing, unreached = named - states.keys(), states.keys() - named
    if missing or unreached:
        raise MachineInvalid(f"{where}: no such state {sorted(missing)}, nothing leads to {sorted(unreached)}")
    for name, state in states.items():
        for inner in [state.get("ItemProcessor"), state.get("Iterator"), *state.get("Branches", [])]:
            if inner:
                check_targets(inner, f"{where}/{name}")


def _targets(state: dict[str, Any]) -> Iterator[str]:
    for holder in (state, *state.get("Catch", []), *state.get("Choices", [])):
        if "Next" in holder:
            yield holder["Next"]
    if "Default" in state:
        yield state["Default"]


def _inlined(definition: Path, properties: dict[str, Any]) -> dict[str, Any]:
    substitutions = properties.get("DefinitionSubstitutions")
    machine = template.definition(definition)
    check_targets(machine, definition.name)
    return {
        "Type": "AWS::StepFunctions::StateMachine",
        "Properties": {
            "RoleArn": ROLE,
            "Definition": machine,
            **({"DefinitionSubstitutions": substitutions} if substitutions else {}),
        },
    }


def main() -> None:
    """`python -m vivier_packager.lint`: exit code of cfn-lint."""
    root = Path(__file__).parents[3]
    packaged(root)
    checked = with_definitions(root)
    found = subprocess.run(
        [str(Path(sys.executable).with_name("cfn-lint")), "--config-file", str(root / ".cfnlintrc"), str(checked)]
    )
    sys.exit(found.returncode)


if __name__ == "__main__":
    main()
