"""Parts become one flat template, local paths become addresses."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from vivier_packager import template
from vivier_packager.lint import FileUploads, MachineInvalid, with_definitions

MAIN = """
AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Metadata: {Parts: [data.yaml]}
Parameters: {Stage: {Type: String, Default: prod}}
Globals: {Function: {Runtime: python3.13}}
Resources:
  Act: {Type: AWS::Serverless::Function, Properties: {CodeUri: act/, Handler: main.handler}}
  Machine: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: machine.asl.yaml}}
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: api
      DefinitionBody: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: api.json}}}
"""
DATA = """
Parameters: {Stage: {Type: String}}
Resources: {Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: !Sub 'people-${Stage}'}}}
Outputs: {Table: {Value: !Ref Table}}
"""


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    (tmp_path / "template.yaml").write_text(MAIN)
    (tmp_path / "data.yaml").write_text(DATA)
    (tmp_path / "api.json").write_text('{"swagger": "2.0", "x": {"Fn::GetAtt": ["Act", "Arn"]}}')
    (tmp_path / "machine.asl.yaml").write_text("StartAt: A\nStates: {A: {Type: Succeed}}\n")
    (tmp_path / "act").mkdir()
    (tmp_path / "act" / "main.py").write_text("")
    return tmp_path / "template.yaml"


def _packaged(path: Path) -> dict[str, Any]:
    packaged: dict[str, Any] = json.loads(
        template.as_json(template.package(path, FileUploads(path.parent / "packaged")))
    )
    return packaged


def test_parts_are_merged_and_the_templates_parameters_win(stack: Path) -> None:
    made = _packaged(stack)

    assert set(made["Resources"]) == {"Act", "Machine", "Api", "Table"}
    assert made["Parameters"]["Stage"] == {"Type": "String", "Default": "prod"}
    assert made["Resources"]["Table"]["Properties"]["TableName"] == {"Fn::Sub": "people-${Stage}"}
    assert "Metadata" not in made


def test_code_and_state_machines_are_uploaded_and_the_api_document_stands_inside(stack: Path) -> None:
    made = _packaged(stack)

    assert made["Resources"]["Act"]["Properties"]["CodeUri"].startswith("s3://")
    uploaded = made["Resources"]["Machine"]["Properties"]["DefinitionUri"].rpartition("/")[2]
    definition = json.loads((stack.parent / "packaged" / uploaded).read_text())
    assert definition == {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
    assert made["Resources"]["Api"]["Properties"]["DefinitionBody"]["x"] == {"Fn::GetAtt": ["Act", "Arn"]}


def test_two_parts_that_disagree_are_refused(stack: Path) -> None:
    (stack.parent / "data.yaml").write_text("Resources: {Act: {Type: AWS::SQS::Queue}}")

    with pytest.raises(template.PartsCollide, match=r"Resources\.Act"):
        template.load(stack)


def test_a_folder_that_is_not_there_is_named(stack: Path) -> None:
    (stack.parent / "act" / "main.py").unlink()
    (stack.parent / "act").rmdir()

    with pytest.raises(FileNotFoundError, match="act"):
        _packaged(stack)


def test_a_folder_that_functions_share_is_packed_into_each_that_names_it(stack: Path) -> None:
    (stack.parent / "common").mkdir()
    (stack.parent / "common" / "edge.py").write_text("")
    stack.write_text(MAIN.replace("Act: {Type", "Act: {Metadata: {With: [common/]}, Type"))

    made = _packaged(stack)

    packed = made["Resources"]["Act"]["Properties"]["CodeUri"].rpartition("/")[2]
    assert zipfile.ZipFile(stack.parent / "packaged" / packed).namelist() == ["edge.py", "main.py"]
    assert "Metadata" not in made["Resources"]["Act"]


def test_a_shared_folder_never_hides_a_functions_own_file(stack: Path) -> None:
    (stack.parent / "common").mkdir()
    (stack.parent / "common" / "main.py").write_text("")
    stack.write_text(MAIN.replace("Act: {Type", "Act: {Metadata: {With: [common/]}, Type"))

    with pytest.raises(FileExistsError, match=r"main\.py"):
        _packaged(stack)


@pytest.mark.parametrize(
    ("states", "problem"),
    [
        ("A: {Type: Wait, Seconds: 1, Next: Nowhere}", "no such state ['Nowhere']"),
        ("A: {Type: Succeed}, B: {Type: Succeed}", "nothing leads to ['B']"),
        ("A: {Type: Choice, Choices: [{Condition: x, Next: A}], Default: C}", "no such state ['C']"),
        (
            "A: {Type: Map, End: true, ItemProcessor: {StartAt: X, States: {X: {Type: Pass, Next: Y}}}}",
            "machine.asl.yaml/A: no such state ['Y']",
        ),
    ],
)
def test_a_state_machine_that_leads_nowhere_fails_the_check(stack: Path, states: str, problem: str) -> None:
    (stack.parent / "machine.asl.yaml").write_text(f"StartAt: A\nStates: {{{states}}}\n")

    with pytest.raises(MachineInvalid, match=re.escape(problem)):
        with_definitions(stack.parent)


def test_each_state_machine_stands_a_second_time_with_its_definition_for_cfn_lint(stack: Path) -> None:
    made = json.loads(with_definitions(stack.parent).read_text())

    checked = made["Resources"]["MachineAsChecked"]
    assert checked["Type"] == "AWS::StepFunctions::StateMachine"
    assert checked["Properties"]["Definition"]["States"] == {"A": {"Type": "Succeed"}}
