import importlib.util
import json
import os
import sys
import threading
from typing import Any

import common  # type: ignore[import-not-found]  # it comes from the layer


def handler(event: Any, context: object) -> Any:
    sys.stderr.write("echo\n")
    if event["pathParameters"]["name"] == "slow":
        threading.Event().wait(1.5)  # long enough that others arrive meanwhile
    seen = {
        "process": os.getpid(),
        "name": event["pathParameters"]["name"],
        "stage": event["requestContext"]["stage"],
        "layer": common.GREETING,
        "emulator_packages": importlib.util.find_spec("ministack") is not None,
        "python": sys.executable,
        "endpoint": os.environ["AWS_ENDPOINT_URL"],
    }
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps(seen)}


def sweep(event: Any, context: object) -> Any:

    sys.stderr.write("sweep\n")
    return {}
