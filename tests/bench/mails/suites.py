"""`python -m tests.bench.mails.suites --checkouts DIR --to DIR`: folders for `tests.bench.mails` from others' tests.

`--checkouts` holds git checkouts named `owner+name`; those that are not there are passed over. Each suite becomes a
folder of raw mails with `labels.json`: what that suite's own tests say, in our words. Nothing of it belongs into this
repository.
"""

import argparse
import json
from pathlib import Path

from tests.bench.figures import console
from tests.bench.mails import bounce_suites as bounces
from tests.bench.mails import fresh_bounces, fresh_replies
from tests.bench.mails import more_bounces as more
from tests.bench.mails import reply_suites as replies
from tests.bench.mails.bounce_others import MORE
from tests.bench.mails.labelled import Labelled, Suite
from tests.bench.mails.reply_others import OTHERS
from tests.bench.mails.reply_ports import PORTS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mails.suites", description=__doc__)
    parser.add_argument("--checkouts", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    seen: set[str] = set()
    for repository, suite in (SUITES | MORE | OTHERS | PORTS | fresh_bounces.FRESH | fresh_replies.FRESH).items():
        if (args.checkouts / repository).is_dir():
            mails = [mail for mail in suite(args.checkouts / repository) if words_of(mail) not in seen]
            seen |= {words_of(mail) for mail in mails if "reply" in mail.label} - {""}
            keep(args.to / repository, mails)


def words_of(mail: Labelled) -> str:
    """What tells a mail from others, apart from its spaces: ports have the texts of what they port."""
    return "".join(mail.raw.replace(b"\r\n", b"\n").partition(b"\n\n")[2].decode("utf-8", "replace").split()).casefold()


def keep(folder: Path, mails: list[Labelled]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for mail in mails:
        (folder / mail.name).write_bytes(mail.raw)
    (folder / "labels.json").write_text(json.dumps({m.name: m.label for m in mails if m.label}, ensure_ascii=False))
    console.print(f"{folder.name}: {len(mails)} mails, {sum(bool(m.label) for m in mails)} labelled")


SUITES: dict[str, Suite] = {
    "discourse+email_reply_trimmer": replies.trimmer,
    "crisp-oss+email-forward-parser": replies.forwards,
    "nylas+nylas-mail": replies.stripped,
    "alfonsrv+mail-parser-reply": replies.by_asserts,
    "fiedl+extended_email_reply_parser": replies.by_sentences,
    "activecollab+EmailReplyExtractor": replies.extracted,
    "mysociety+alaveteli": more.both(replies.folded, more.alaveteli),
    "crisp-oss+email-bounce-parser": bounces.crisp_bounces,
    "rjbs+Mail-DeliveryStatus-BounceParser": bounces.bounce_parser,
    "crazy-max+CwsMailBounceHandler": bounces.cws,
    "sisimai+go-sisimai": bounces.sisimai,
    "livebg+bounce_email": bounces.by_codes,
    "postalsys+bounce-classifier": bounces.classified,
    "voku+PHPMailer-BMH": bounces.samples,
    "justingit+dada-mail": bounces.by_names,
    "mailgun+flanker": bounces.by_names,
}

if __name__ == "__main__":
    main()
