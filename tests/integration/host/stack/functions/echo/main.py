import importlib.util
import json
import os
import sys

import common


def handler(event, context):
    sys.stderr.write("echo\n")
    seen = {
        "name": event["pathParameters"]["name"],
        "stage": event["requestContext"]["stage"],
        "layer": common.GREETING,
        "emulator_packages": importlib.util.find_spec("ministack") is not None,
        "python": sys.executable,
        "endpoint": os.environ["AWS_ENDPOINT_URL"],
    }
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": json.dumps(seen)}


def sweep(event, context):

    sys.stderr.write("sweep\n")
    return {}
