"""One instance in a process of its own: the host's own stack, or the product's (`--product`)."""

import argparse
import sys
from pathlib import Path

from vivier_local.home import HomeBusy
from vivier_local.instance import Instance, PortTaken, Ready, RunSettings

STACK = Path(__file__).parent / "stack" / "template.yaml"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("home", type=Path)
    parser.add_argument("--as-it-comes", action="store_true")
    parser.add_argument("--product", action="store_true")
    given = parser.parse_args()
    settings = RunSettings(port=given.port, home=given.home)
    if not given.product:
        mended = not given.as_it_comes
        settings = settings.model_copy(update={"template": STACK, "product": False, "mended": mended})

    def ready(state: Ready) -> None:
        sys.stdout.write(state.model_dump_json() + "\n")
        sys.stdout.flush()

    try:
        Instance(settings).run(ready)
    except (HomeBusy, PortTaken) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
