"""`layers/dependencies` for this machine's Python, and for Lambda's (3.13, arm64).

boto3 and botocore ship in the layer although Lambda has its own: AWS updates that one without notice, PynamoDB and
Powertools are tested against the pinned one, and a botocore older than the pin has no JSONata-era Step Functions or
`IfMatch` puts. It costs 6 MB unzipped, once botocore's service models are pruned to those we call.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import venv
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from vivier_packager import archives
from vivier_packager.stack import zipped_layer

ZIPPED_LIMIT = 50 * 2**20
UNZIPPED_LIMIT = 250 * 2**20
MODELS_WE_CALL = frozenset(
    {"cloudwatch", "cognito-idp", "dynamodb", "dynamodbstreams", "events", "kms", "lambda", "logs", "s3", "scheduler"}
    | {"secretsmanager", "ses", "sesv2", "sns", "sqs", "ssm", "stepfunctions", "sts", "textract"}
)
LANGUAGES = frozenset({"root", "en", "fr"})


class Target(StrEnum):
    HERE = "here"
    LAMBDA = "lambda"


class TooLarge(Exception):
    """A package that Lambda would refuse."""


class Sizes(NamedTuple):
    """Bytes."""

    zipped: int
    unzipped: int


def build(root: Path, target: Target) -> Path:
    """The layer's folder (it holds `python/`), rebuilt only when the requirements or this recipe changed."""
    source = root / "layers" / "dependencies"
    folder = source if target is Target.HERE else root / ".build" / "aws" / "dependencies"
    stamp = folder / "python" / ".stamp"
    wanted = _stamp(source, target)
    if stamp.exists() and stamp.read_text() == wanted:
        return folder
    building = folder / "python.new"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    _install(source, building, target)
    _prune(building)
    if target is Target.HERE:
        subprocess.run([sys.executable, "-m", "compileall", "-q", "-j", "0", building], check=True)
    (building / ".stamp").write_text(wanted)
    shutil.rmtree(folder / "python", ignore_errors=True)
    building.rename(folder / "python")
    return folder


def interpreter(root: Path) -> Path:
    """A Python of this machine's version without packages, for functions to run on."""
    folder = root / ".build" / "functions-python"
    binary = folder / "bin" / "python"
    if not binary.exists():
        venv.create(folder, with_pip=False, symlinks=True)
    return binary


def measure(folder: Path) -> Sizes:
    unzipped = sum(path.stat().st_size for path in archives.files_of(folder))
    return Sizes(len(zipped_layer(folder)), unzipped)


def check(root: Path) -> list[str]:
    """Lines that say what the layers and the largest function weigh. Raises TooLarge beyond Lambda's limits."""
    dependencies = measure(root / ".build" / "aws" / "dependencies")
    product = measure(root / "layers" / "vivier")
    functions = {
        path.name: sum(each.stat().st_size for each in archives.files_of(path))
        for path in (root / "functions").iterdir()
        if path.is_dir()
    }
    name, largest = max(functions.items(), key=lambda item: item[1], default=("none", 0))
    total = dependencies.unzipped + product.unzipped + largest
    lines = [
        f"layer dependencies: {_mb(dependencies.zipped)} zipped, {_mb(dependencies.unzipped)} unzipped",
        f"layer vivier: {_mb(product.zipped)} zipped, {_mb(product.unzipped)} unzipped",
        f"largest function ({name}): {_mb(largest)}; with its layers {_mb(total)} of {_mb(UNZIPPED_LIMIT)} unzipped",
    ]
    if total > UNZIPPED_LIMIT:
        raise TooLarge("\n".join([*lines, "Lambda refuses more than 250 MB unzipped"]))
    if dependencies.zipped > ZIPPED_LIMIT:
        lines.append("above 50 MB zipped: it goes through S3, as the packager does anyway")
    return lines


def _stamp(source: Path, target: Target) -> str:
    digest = hashlib.sha256(f"{target} {sys.version_info[:2]}".encode())
    for path in (source / "requirements.txt", source / "chalice.txt", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _install(source: Path, into: Path, target: Target) -> None:
    common = ["-qq", "--no-deps", "--no-compile", "--require-hashes", "--target", str(into)]
    platform: list[str] = []
    if target is Target.LAMBDA:
        platform = ["--only-binary=:all:", "--python-version", "3.13", "--implementation", "cp", "--abi", "cp313"]
        platform += ["--abi", "abi3", "--abi", "none"]
        for tag in ("manylinux_2_34_aarch64", "manylinux_2_28_aarch64", "manylinux2014_aarch64"):
            platform += ["--platform", tag]
    _pip(["install", *common, *platform, "-r", str(source / "requirements.txt")])
    _pip(["install", *common, "-r", str(source / "chalice.txt")])


def _pip(arguments: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments], check=True)


def _prune(folder: Path) -> None:
    """Tests, caches, scripts, type stubs, languages and service models that we don't use: nothing reads them."""
    for name in ("__pycache__", "tests", "test", "testing", "examples"):
        for path in sorted(folder.rglob(name)):
            if path.is_dir() and path.parent.name != "numpy":
                shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(folder / "bin", ignore_errors=True)
    shutil.rmtree(folder / "share", ignore_errors=True)
    for path in (folder / "babel" / "locale-data").glob("*.dat"):
        if path.stem.partition("_")[0] not in LANGUAGES:
            path.unlink()
    for path in folder.rglob("*.pyi"):
        path.unlink()
    (folder / "olefile" / "olefile2.py").unlink(missing_ok=True)  # its twin for Python 2, which 3 can't compile
    for info in folder.glob("*.dist-info"):
        for extra in ("RECORD", "direct_url.json", "REQUESTED", "INSTALLER"):
            (info / extra).unlink(missing_ok=True)
    for package in ("botocore", "boto3"):
        for model in (folder / package / "data").iterdir():
            if model.is_dir() and model.name not in MODELS_WE_CALL:
                shutil.rmtree(model)


def _mb(size: int) -> str:
    return f"{size / 2**20:.1f} MB"


def main() -> None:
    """`python -m vivier_packager.layers here|lambda`."""
    parser = argparse.ArgumentParser(description="Build the dependency layer, for this machine or for Lambda.")
    parser.add_argument("target", type=Target, choices=list(Target))
    root = Path(__file__).parents[3]
    target: Target = parser.parse_args().target
    build(root, target)
    if target is Target.HERE:
        interpreter(root)
    else:
        print("\n".join(check(root)))


if __name__ == "__main__":
    main()
