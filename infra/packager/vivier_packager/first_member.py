"""The first administrator of a deployment: a user of the pool becomes a member of its workspace."""

import argparse
import os
import sys

import boto3
from botocore.exceptions import ClientError

from vivier.kernel.actor import Role
from vivier.team import service as team

WORKSPACE = "main"


def main(arguments: list[str] | None = None) -> int:
    """`python -m vivier_packager.first_member --stage prod --email you@example.com --name "Your Name"`."""
    parser = argparse.ArgumentParser(description="Make a user of the pool the first administrator.")
    parser.add_argument("--stage", default="prod")
    parser.add_argument("--region", default="eu-west-3")
    parser.add_argument("--email", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--organisation", default="Vivier")
    given = parser.parse_args(arguments)
    formation = boto3.client("cloudformation", region_name=given.region)
    try:
        stack = formation.describe_stacks(StackName=f"vivier-{given.stage}")["Stacks"][0]
        outputs = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
        user = boto3.client("cognito-idp", region_name=given.region).admin_get_user(
            UserPoolId=outputs["Pool"], Username=given.email
        )
    except ClientError as error:
        print(error, file=sys.stderr)
        return 1
    subject = next(each["Value"] for each in user["UserAttributes"] if each["Name"] == "sub")
    os.environ["TABLE"] = outputs["Table"]
    os.environ["AWS_DEFAULT_REGION"] = given.region
    team.found_workspace(WORKSPACE, given.organisation, given.email)
    member = team.add_member(WORKSPACE, subject=subject, name=given.name, email=given.email, role=Role.admin)
    print(f"{member.name} administers {given.organisation}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
