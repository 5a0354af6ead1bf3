"""Raw mails as programs write them: invented people, the forms of Gmail, Outlook, Apple, daemons and machines."""

import base64
import struct
from collections.abc import Iterable

CRLF = "\r\n"
GMAIL_FR = (
    "Bonjour,\n\nJeudi à 14 h me convient.\n\nBien à vous,\nInès Farge\n\n"
    "Le mar. 24 nov. 2026 à 10:02, Halage Recrutement <\nrh@halage.example> a écrit :\n\n"
    "> Bonjour Inès,\n>\n> Quand seriez-vous disponible ?\n>\n> Camille\n"
)
OUTLOOK_FR = (
    "Bonjour Camille,\n\nVoici mon CV.\n\nCordialement,\nPaul Écluse\n\n"
    "________________________________\n"
    "De : Halage Recrutement <rh@halage.example>\nEnvoyé : mardi 24 novembre 2026 10:02\n"
    "À : Paul Écluse <paul@example.org>\nObjet : Votre candidature\n\nBonjour Paul,\n\n"
    "Pouvez-vous nous l’envoyer ?\n"
)
IPHONE_EN = (
    "Thursday works for me.\n\nSent from my iPhone\n\n"
    "> On 24 Nov 2026, at 10:02, Halage <rh@halage.example> wrote:\n> \n"
    "> Hello Ann,\n> When could you talk?\n"
)
BOTTOM_EN = (
    "On 24/11/2026 10:02, Halage wrote:\n> Hello Ann,\n> When could you talk?\n\nThursday at two.\n"
    "\nAnn\n-- \nAnn Lock\n"
)


def raw(text: str, charset: str = "utf-8", **headers: str) -> bytes:
    """A mail of one text. Headers by their names, `_` for `-`."""
    held = {"From": "Inès Farge <ines@example.org>", "To": "rh@halage.example", "Subject": "Re: Votre candidature"}
    held |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in held.items() if value]
    body = text.replace("\n", CRLF).encode(charset)
    head = [
        *lines,
        "MIME-Version: 1.0",
        f"Content-Type: text/plain; charset={charset}",
        "Content-Transfer-Encoding: 8bit",
    ]
    return CRLF.join(head).encode("utf-8") + b"\r\n\r\n" + body


def part(body: str | bytes, media_type: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    """One part of a mail of several."""
    lines = [f"Content-Type: {media_type}", *(f"{n.replace('_', '-')}: {v}" for n, v in headers.items())]
    data = body if isinstance(body, bytes) else body.replace("\n", CRLF).encode()
    return CRLF.join(lines).encode() + b"\r\n\r\n" + data


def attached(data: bytes, name: str, media_type: str = "application/pdf") -> bytes:
    return part(
        base64.encodebytes(data).replace(b"\n", b"\r\n"),
        f'{media_type}; name="{name}"',
        Content_Disposition=f'attachment; filename="{name}"',
        Content_Transfer_Encoding="base64",
    )


def several(parts: Iterable[bytes], kind: str = "mixed", boundary: str = "=_b", **headers: str) -> bytes:
    """A multipart mail."""
    held = {"From": "Inès Farge <ines@example.org>", "To": "rh@halage.example", "Subject": "Re: Votre candidature"}
    held |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [*(f"{n}: {v}" for n, v in held.items() if v), "MIME-Version: 1.0"]
    lines.append(f'Content-Type: multipart/{kind}; boundary="{boundary}"')
    pieces = [b"--" + boundary.encode() + b"\r\n" + each + b"\r\n" for each in parts]
    return CRLF.join(lines).encode() + b"\r\n\r\n" + b"".join(pieces) + b"--" + boundary.encode() + b"--\r\n"


def bounced(
    address: str = "ines@example.org",
    *,
    status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 User unknown",
    action: str = "failed",
    references: str = "<ack-1@halage.example>",
) -> bytes:
    """What Postfix sends back (RFC 3464)."""
    report = (
        "Reporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: {said}\n"
    )
    returned = (
        f"From: rh@halage.example\nTo: {address}\nSubject: Votre candidature\nReferences: {references}\n"
        "Message-ID: <0100@eu-west-1.amazonses.com>\n"
    )
    return several(
        [
            part(f"I'm sorry to have to inform you that your message could not be delivered.\n\n<{address}>: {said}\n"),
            part(report, "message/delivery-status"),
            part(returned, "text/rfc822-headers"),
        ],
        'report; report-type="delivery-status"',
        From="MAILER-DAEMON@mx.example.org (Mail Delivery System)",
        Subject="Undelivered Mail Returned to Sender",
    )


def exim_bounce(address: str = "ines@example.org", said: str = "550 Unknown user") -> bytes:
    """What Exim sends back, in words only."""
    return raw(
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
        f"delivered to one or more of its recipients.\n\n  {address}\n"
        f"    SMTP error from remote mail server after RCPT "
        f"TO:<{address}>:\n    {said}\n\n"
        f"------ This is a copy of the message, including all the headers. ------\n\n"
        "Message-ID: <0100@eu-west-1.amazonses.com>\nReferences: <ack-1@halage.example>\nFrom: rh@halage.example\n"
        "Subject: Votre candidature\n\nBonjour\n",
        From="Mail Delivery System <Mailer-Daemon@mx.example.org>",
        Subject="Mail delivery failed: returning message to sender",
        X_Failed_Recipients=address,
    )


def complaint(address: str = "ines@example.org") -> bytes:
    """A feedback report (RFC 5965)."""
    return several(
        [
            part("This is an email abuse report.\n"),
            part(
                f"Feedback-Type: abuse\nUser-Agent: Loop/1.0\nVersion: 1\nOriginal-Rcpt-To: {address}\n",
                "message/feedback-report",
            ),
            part(
                f"From: rh@halage.example\nTo: {address}\nSubject: Votre candidature\n"
                "References: <ack-1@halage.example>\n\nBonjour\n",
                "message/rfc822",
            ),
        ],
        "report; report-type=feedback-report",
        From="staff@loop.example",
        Subject="FW: Votre candidature",
    )


def away(subject: str = "Réponse automatique : Votre candidature", **headers: str) -> bytes:
    return raw("Je suis en congé jusqu’au 7 décembre.\n", Subject=subject, **headers)


def winmail(files: dict[str, bytes]) -> bytes:
    """Outlook's winmail.dat ([MS-OXTNEF]) with some files."""

    def attribute(level: int, identifier: int, data: bytes) -> bytes:
        return struct.pack("<BII", level, identifier, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)

    out = struct.pack("<IH", 0x223E9F78, 1) + attribute(1, 0x00089006, struct.pack("<I", 0x00010000))
    for name, data in files.items():
        out += attribute(2, 0x00069002, struct.pack("<HIHHII", 1, 0, 0, 0, 0, 0)[:14])
        out += attribute(2, 0x00018010, name.encode("cp1252") + b"\0")
        out += attribute(2, 0x0006800F, data)
    return out
