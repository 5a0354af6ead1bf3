"""The DNS records that make receivers believe our mail, and that bring answers in: which to set, and what SES says of
them. Pure. `make deploy` prints them, Settings › Sending shows them.

DKIM signs each mail with the domain's key; MAIL FROM makes the return address the domain's own, so that SPF says the
same name; DMARC tells receivers what to do with mail that has neither
(https://docs.aws.amazon.com/ses/latest/dg/configure-identities.html).
"""

from typing import Literal

from vivier.gateways.senders import Identity
from vivier.mail.deliverability.model import Strict

State = Literal["set", "missing", "wrong", "unseen"]
STATES: dict[str, State] = {"SUCCESS": "set", "FAILED": "wrong"}


class DnsRecord(Strict):
    """`state`: as SES sees it; `unseen` when SES does not look (DMARC, mail that comes in)."""

    purpose: Literal["dkim", "mail_from", "spf", "dmarc", "receiving"]
    name: str
    type: Literal["CNAME", "MX", "TXT"]
    value: str
    state: State


class SenderDomain(Strict):
    """`known`: whether SES has the domain at all."""

    domain: str
    known: bool
    verified: bool
    records: list[DnsRecord]


def receiving(domain: str, region: str) -> DnsRecord:
    """What brings mails to a domain to SES (https://docs.aws.amazon.com/ses/latest/dg/receiving-email-mx-record.html)."""
    value = f"10 inbound-smtp.{region}.amazonaws.com"
    return DnsRecord(purpose="receiving", name=domain, type="MX", value=value, state="unseen")


def of(domain: str, identity: Identity | None, reports_to: str, answers: list[DnsRecord] | None = None) -> SenderDomain:
    """The records of a sender's domain, `answers` last; `reports_to` gets what DMARC asks receivers to report."""
    last = answers or []
    dmarc = DnsRecord(
        purpose="dmarc",
        name=f"_dmarc.{domain}",
        type="TXT",
        value=f"v=DMARC1; p=none; rua=mailto:{reports_to}",
        state="unseen",
    )
    if identity is None:
        return SenderDomain(domain=domain, known=False, verified=False, records=[dmarc, *last])
    dkim = STATES.get(identity.dkim, "missing")
    records = [
        DnsRecord(
            purpose="dkim",
            name=f"{token}._domainkey.{domain}",
            type="CNAME",
            value=f"{token}.{identity.zone}",
            state=dkim,
        )
        for token in identity.tokens
    ]
    if origin := identity.mail_from:
        state = STATES.get(identity.mail_from_state or "", "missing")
        mx = f"10 feedback-smtp.{identity.region}.amazonses.com"
        records += [
            DnsRecord(purpose="mail_from", name=origin, type="MX", value=mx, state=state),
            DnsRecord(purpose="spf", name=origin, type="TXT", value="v=spf1 include:amazonses.com ~all", state=state),
        ]
    return SenderDomain(domain=domain, known=True, verified=identity.verified, records=[*records, dmarc, *last])
