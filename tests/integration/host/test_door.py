"""The SMTP port that mail comes in by."""

import smtplib
import socket

from aiosmtpd.smtp import SMTP, Envelope, Session

from vivier_local.smtp import DoorController


class Keeps:
    """A handler that keeps what came."""

    def __init__(self) -> None:
        self.came: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        self.came.append(envelope.original_content or b"")
        return "250 OK"


def test_a_mail_of_one_long_line_comes_in_whole() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    keeps = Keeps()
    raw = b"Subject: one line\r\n\r\n<p>" + b"x" * 200_000 + b"</p>\r\n"
    door = DoorController(keeps, hostname="127.0.0.1", port=port, decode_data=False)
    door.start()
    try:
        with smtplib.SMTP("127.0.0.1", port) as sender:
            sender.sendmail("ann@example.org", ["rh@halage.example"], raw)
    finally:
        door.stop()

    assert keeps.came == [raw]
