"""What servers say, in words that no list holds: a grammar, what providers publish, and what only sounds like it."""

from itertools import product

import pytest

from vivier.mail.inbound import refusals
from vivier.mail.inbound.model import Severity

HARD, SOFT = Severity.hard, Severity.soft
WHO = ["user", "mailbox", "recipient", "account", "e-mail address", "addressee", "alias", "employee", "subscriber"]
BEHIND = [
    "does not exist", "isn't known here", "is nonexistent", "cannot be found", "did not exist", "could not be located",
    "is not on this server", "does not appear to exist", "is not defined", "no longer exists", "has been deleted",
    "is not present", "is no longer used", "in your message is invalid", "was not found", "is not registered",
    "you specified was not found",
]  # fmt: skip
BEFORE = [
    "could not find {}", "unable to locate that {}", "unrecognized {}", "there is no such {}", "no {} with that name",
    "we do not have this {}", "don't know this {}", "undefined {}", "not a registered {}", "cannot identify the {}",
]  # fmt: skip


@pytest.mark.parametrize("said", [f"{who} {what}" for who, what in product(WHO, BEHIND)])
def test_whoever_is_spoken_of_goes_with_whatever_is_said_of_them(said: str) -> None:
    assert refusals.severity(None, f"smtp; 550 {said}") == HARD


@pytest.mark.parametrize("said", [what.format(who) for who, what in product(WHO, BEFORE)])
def test_and_with_whatever_is_said_before_them(said: str) -> None:
    assert refusals.severity(None, f"smtp; 554 {said}") == HARD


@pytest.mark.parametrize(
    "said",
    [
        "mail domain could not be found", "the recipient's domain is not valid", "no MX or A record for b.example",
        "domain b.example no longer exists", "queryMx ENOTFOUND b.example", "no host found for domain",
        "Host unknown (Name server: b.example: host not found)", "host does not accept mail",
        "Domain not used for mail",
        "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)",
    ],
)  # fmt: skip
def test_a_domain_that_is_not_there_is_as_hard(said: str) -> None:
    assert refusals.severity(None, f"smtp; 550 {said}") == HARD


@pytest.mark.parametrize(
    "said",
    [
        "550 Invalid user or password", "550 Invalid account credentials",
        "535 Authentication failed: account not found",
        "550 Invalid mailbox state", "550 Too many unknown users from your host", "550 Reply-To address does not exist",
        "550 You are not a registered member of this list", "550 You do not have an account on this server",
        "550 Message header contains an invalid address", "550 Your account has been removed from our lists",
        "550 Reverse lookup failed: client address not found", "550 Your IP address is not registered in DNS",
        "550 The IP address could not be found", "550 Invalid Message-ID", "550 From address is not valid",
        "550 Recipient refuses unknown senders", "550 Unknown error", "550 The domain could not be resolved",
        "550 From: Domain is invalid", "550 Excessive userid unknowns", "550 bad address syntax",
        "501 Invalid address syntax", "554 5.6.0 Invalid recipient header in message content",
        "550 Could not deliver to mailbox: directory does not exist",
        "550 5.2.1 mailbox unavailable (temporarily disabled)",
        "550-Postmaster verification failed while checking <rh@halage.example> 550-Response: 550 User unknown",
        "553 Sorry, that domain isn't in my list of allowed rcpthosts. (in reply to RCPT TO command)",
    ],
)  # fmt: skip
def test_what_is_said_of_us_of_the_mail_or_of_a_passing_state_is_soft(said: str) -> None:
    assert refusals.severity(None, said) == SOFT


@pytest.mark.parametrize(
    ("status", "said", "severity"),
    [
        ("5.0.0", "550-Requested action not taken: mailbox unavailable 550 Reject due to policy restrictions.", SOFT),
        ("5.2.1", "550 5.2.1 Mailbox unavailable. Your IP address 203.0.113.5 is blacklisted using RBL.", SOFT),
        ("5.5.0", "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).", HARD),
        ("5.0.0", "553 sorry, this recipient is not in my validrcptto list (#5.7.1)", HARD),
        ("5.0.0", "554 30 Sorry, your message cannot be delivered. This mailbox is disabled (554.30).", HARD),
        ("5.7.17", "550 5.7.17 Mailbox owner has changed", HARD),
        ("5.7.18", "550 5.7.18 Domain owner has changed", HARD),
        ("5.7.27", "550 5.7.27 Sender address has null MX", SOFT),
        ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied. [DB5EUR01FT054.eop-EUR01]", HARD),
        ("5.7.133", "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required", SOFT),
        ("5.1.1", "550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_418 [418]", HARD),
        ("5.2.0", "552 5.1.1 Boite du destinataire pleine. Recipient overquota OFR204_417 [417]", SOFT),
        ("4.1.1", 'unknown user: "ann"', SOFT),
        ("4.0.0", "DNS type 'mx' lookup of b.example responded with code NXDOMAIN Domain name not found", SOFT),
    ],
)  # fmt: skip
def test_what_providers_publish(status: str, said: str, severity: Severity) -> None:
    assert refusals.severity(status, f"smtp; {said}") == severity


@pytest.mark.parametrize(
    "said",
    [
        "Cette adresse n'est pas connue de nos services", "adresse e-mail incorrecte", "compte supprimé",
        "Le destinataire n'a pas été trouvé", "Adresse nicht vergeben", "Die Adresse ist nicht gültig",
        "Der Empfänger konnte nicht ermittelt werden", "dirección no válida", "El usuario no ha sido encontrado",
        "cuenta eliminada", "account cancellato", "geen gebruiker met die naam",
        "L'utilisateur Zoé (zoe@b.example) n'est pas répertorié dans l'annuaire",
        "Der Empfängername wird nicht erkannt", "El usuario zoe no aparece en el Directorio",
        "Benutzer Zoe (zoe@b.example) ist nicht im Verzeichnis aufgeführt", "ponieważ nie znaleziono adresu",
        "L'utente zoe (zoe@b.example) non è elencato", "ディレクトリのリストにありません",
        "Mottagarens e-postadress hittades inte", "Alıcının e-posta adresi bulunamadı",
    ],
)  # fmt: skip
def test_each_language_has_its_grammar_too(said: str) -> None:
    assert refusals.severity(None, f"550 {said}") == HARD


@pytest.mark.parametrize(
    "said",
    [
        "501 Bad recipient address syntax", "550 The mailbox is not available on this system",
        "550 <a@b.example> not used",
        "554 delivery error: dd This user doesn't have a", "554 This user doesn't have",
        "550 User not a member of domain",
        "This user doesn't have a  account", "this user doesn't have a b.example address",
        "554 5.7.1 <x@b.example>: Recipient address rejected: Nonexistent user",
        "host mx[192.0.2.1] said: 550 no such user",
    ],
)  # fmt: skip
def test_an_address_that_is_not_there_in_the_words_of_few(said: str) -> None:
    assert refusals.severity(None, said) == HARD
