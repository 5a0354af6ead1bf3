"""What servers say when they do not take a mail, and whether the address is to blame. Words and codes only.

Hard is what stops every mail to a person, so it needs a server's plain word that the address or its domain is not
there. A refusal for what was in the mail, who sent it or how full the box is says nothing about the address.
"""

import re

from vivier.mail.inbound import absent, tongues
from vivier.mail.inbound.model import Severity
from vivier.mail.inbound.tongues import fold

STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
REFUSED = re.compile(r"(?<![\d.])[45]\.[0-7]\.\d{1,3}(?![\d.])")
REPLY = re.compile(r"(?<![\d.\-])([45]\d\d)(?=[ \-\t:;#]|$)")

# In this order: the first that is found says it.
SOFT = re.compile(
    r"spam|spf\b|dkim|dmarc|blacklist|black list|blocklist|block list|blocked|banned|reputation|rbl|dnsbl|"
    r"spamhaus|barracuda|"
    r"polic(?:y|ies)|virus|malware|content|attachment|relay(?:ing)? (?:not|denied|access)|relaying|"
    r"not permitted to relay|rcpthosts|"
    r"greylist|grey-list|try again|temporar|throttl|rate ?limit|too many|too fast|limit exceeded|deferred|defer|"
    r"timed? ?out|timeout|expired|retry t|connection (?:refused|lost|reset|dropped)|unreachable|no route|network|"
    r"(?:mail ?box|quota|account|disk|user|inbox|storage|over).{0,40}(?:full|exceed|over.?quota|limit)|"
    r"over quota|overquota|"
    r"overdrawn|exceeded (?:storage|quota|the)|quota|insufficient (?:system|disk)|disk (?:space|full)|not enough|"
    r"(?:message|mail).{0,20}(?:too (?:large|big|long)|size)|size limit|exceeds.{0,30}(?:size|limit|max)|"
    r"warning message only|not need to re-?send|no need to re-?send|delayed|will be retried|temporary failure|"
    r"not yet been delivered|been failing for|aborted after|(?:keep|continue) trying|"
    r"reverse dns|ptr|rdns|helo|ehlo|authenticat|auth(?:entication)? (?:required|fail)|tls|ssl|certificate|"
    r"(?:sender|mail ?from|from(?::| address| domain| header| field)).{0,40}(?:rejected|denied|refused|invalid|"
    r"not (?:exist|found|verified|allowed|accept)|verify|unknown|domain)|"
    r"domain of sender|sender address|client host rejected|cannot find your|your (?:ip|host|domain|server)|"
    r"access denied|not authori[sz]ed|unauthori[sz]ed|denied by|refused by|loop|too many hops|hop count|"
    r"pipe to|procmail|local delivery|maildrop|did not accept our requests|undeliverable for|deadline|giving up|"
    r"failed \d+ attempts|(?:for|over|within|after|than|last|in) (?:the )?(?:\d+|several|few|many) (?:days?|"
    r"hours?|minutes)|"
    r"(?:in|from|of) (?:the |our )?(?:mail )?queue|gave up|expir|local configuration|configuration error|"
    r"internal error|system error|"
    r"service (?:unavailable|not available)|"
    r"not accepted here|does not accept (?:e-?mail|messages?) (?:in|from|with)|malformed|"
    r"name server(?!: [^\n]{0,80}: host not found)|servfail|"
    r"server failure|my name was rejected|google ?groups|/groups/|"
    r"out of (?:memory|office)|no answer|not responding|does not respond|"
    r"syntax error|unrecogni[sz]ed (?:command|parameter|argument)|command (?:not|un|rejected|failed)|"
    r"(?:bad|unknown|invalid) command|protocol error|bad sequence|line too long|bare lf|rfc ?[2-8]\d{2,3}",
    re.I,
)
# Somebody keeps the address and closed it: it may open again, and it may not.
CLOSED = re.compile(
    r"suspend|locked|in-?active|expired account|dormant|disabled|deactivated|not active|frozen|restricted", re.I
)
WHO = (
    r"(?:user|mail[ -]?box|recipient|rcpt|account|ad?dressee|addresse?s?|alias|e-?mail address|local[ -]?part|"
    r"mail ?drop|destinataire|utilisateur|adresse|boite)"
)
# The same, in the many ways that people who run servers put it.
ALSO = (
    rf"(?:bad|wrong|incorrect|unresolvable|deleted|not existing|non[- ]exist[ae]nt|unkown|unknow) (?:e-?mail )?"
    rf"{WHO}\b(?! syntax)|"
    rf"{WHO}s? (?:unkown|unknow)\b|\brecip unknown|not a local (?:mail ?box|user|recipient)|"
    r"not a recogni[sz]ed (?:address|user|recipient|mail ?box)|"
    r"not in (?:our|my) (?:directory|database|list(?! of allowed rcpt))|"
    r"not found: <?x@x|<?x@x>?:? not (?:found|here|known)\b|account (?:is )?not available|(?:person|name) not found|"
    r"no such (?:name|list)\b|user is not here|recipients? (?:can ?not|could not) be verified|"
    r"unable to verify (?:the )?recipient|cannot deliver mail for x@x|recipients (?:are|were) (?:invalid|unknown)|"
    r"invalid host ?name\b(?! .{0,20}helo)|domain (?:is )?unknown|^(?:smtp; ?)?no mx record|no route to address|"
    r"no data record of requested type|(?:user|employee|person) (?:has )?left(?: (?:us|the|our)\b|\s*(?:$|[.;,]))|"
    r"address you (?:sent|wrote) .{0,30}is not valid|"
    r"no such (?:[\w-]{1,20} ){0,2}(?:user|mail ?(?:box|drop)|address|recipient|account|person|id|login|alias|customer|"
    r"member|subscriber|employee|domain|host)\b|no (?:one|body) (?:here )?(?:by|with) (?:that|this)|"
    r"cannot deliver mail for\s*$|address (?:is )?not handled (?:by|on) this|"
    r"(?:doesn.t|does not) handle mail for (?:that|this) (?:user|address)|"
    r"no longer (?:an? |our )?(?:employee|employed|member|customer|student|works?|here)\b|"
    r"(?:do|does)(?: not|n.t) have (?:an? )?(?:mail ?box|account|user|record) (?:for|by|of|called|named)|"
    r"(?:have|has) no (?:such )?(?:record of|user|mail ?box for)|unknown destination|"
    rf"{WHO}s?(?: that)? you (?:entered|specified) (?:could|was|were) ?n[o.']t (?:be )?found|bad destination\b|"
    r"not known (?:here|at this (?:site|server|host))|no e-?mail (?:address )?registered|unavailable mailbox|"
    r"e-?mail name is not found|missing or malformed local|badly formatted (?:recipient )?address|"
    r"not specify a valid notes mail file|"
    r"recipient address rejected: [a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}\s*(?:$|[\[(])|"
    r"(?<!file )(?<!record )(?<!directory )(?<!folder )(?<!dns )\b(?:does not|doesn.t|dosn.t) exist\b|"
    r"bad destination (?:mailbox|address)|"
    r"can(?:no|.)t find (?:your|any) (?:user|recipient|mailbox)|unable to find (?:an? )?alias|"
    r"not found in (?:the )?(?:ldap|directory|(?:user )?database|active directory)|non-?existent domain|"
    r"no (?:valid )?mx(?: hosts?| records?)?(?: found)? for\b|no valid mx (?:hosts?|records?)|"
    r"not have a final e-?mail delivery point|\b(?:address|user|mailbox|e-?mail|account|recipient) not exists?\b|"
    r"^(?:smtp; ?)?(?:\d{3} )?not exists?$|incorrectly addressed|did(?: not|n.t) (?:exactly )?match an?y? [^.]{0,30}"
    r"(?:address|user)|not an? (?:(?:registered|known|valid|local|existing|current|recogni[sz]ed|defined|legal) "
    r"(?:\w{1,20} )?)(?:user|mailbox|recipient|account|address|customer|subscriber)\b"
)
GONE = re.compile(
    rf"{WHO}(?: name| id| address(?:es)?|s)?(?: is| was|:| <[^>\n]{{1,100}}>| [^\s]{{1,60}}@[^\s]{{1,60}})? ?"
    r"(?:unknown|unrecogni[sz]ed|unregistered|not (?:exist|found|known|recogni[sz]ed|listed|a valid|valid|here\b)|"
    r"illegal|bad\b|unavailable\s*(?:$|[.;(\[])|"
    r"(?:do(?:e?s)?n.?t|does ?not|do not|no longer) exist|couldn.t be found|could not be found|invalid|"
    r"inconnue?|n.existe pas|introuvable|unroute?able|not in (?:the )?(?:directory|list))|"
    rf"(?:unknown|unrecogni[sz]ed|no such|non-?existent|unroute?able|illegal|invalid|bad|not a valid|"
    r"(?<!temporarily )unavailable) "
    rf"(?:local |e-?mail |virtual |final delivery )?{WHO}(?:s|name|id)?\b{absent.ALONE}|"
    rf"{WHO} (?:that )?you (?:tried|are trying|entered|specified|sent).{{0,40}}(?:does ?n.t|does not|not|couldn.t be) "
    r"(?:exist|found)|no such (?:person|address)|unknown local.?part|user ?unknown|nosuchuser|unknown recipient|"
    r"invalid-recipient|"
    r"(?:doesn.t|does not) have an? {1,3}(?:.{1,60} )?(?:account|address|mail ?box)\b|"
    r"user (?:doesn.t|does not) have(?: an?)?\s*$|user (?:is )?not a member of|"
    r"no mail[ -]?box (?:here|by that name|available for)|"
    r"not an active (?:address|user|recipient)|recipient rejected\s*(?:$|[.(\[#])|"
    r"not our (?:customer|user)|"
    r"has moved|user .{0,20}moved|address has changed|no longer (?:with|works|in use|valid|available)|"
    rf"{WHO} (?:has been |is |was )?(?:disabled or discontinued|discontinued|closed|removed|deleted|terminated|"
    rf"cancell?ed)|"
    r"wasn.t found at|was not found at|not registered|unregistered|no longer (?:employed|on (?:this )?server)|"
    rf"{WHO}\b[^.;\n]{{0,70}}?(?<!directory )(?<!file )(?<!folder )\b(?:(?:does not|do(?:e?s)?n.?t) exist|"
    r"(?:was|were) not found|(?:is|was|were) unknown)|"
    r"x@x>?[:. ]{0,4}(?:(?:does not|do(?:e?s)?n.?t) exist|"
    r"(?:is )?(?:not (?:found|valid|a valid|known|here|used)\b|unknown|invalid|illegal|bad\b|"
    r"unavailable\s*(?:$|[.;(\[])))|"
    r"\bdomain (?:x@x |[\w.\-]{1,80} )?(?:is )?(?:retired|obsolete|no longer in use)\b|"
    r"user \([^()]{1,80}\) unknown|(?:mailbox|recipient|user x@x) not (?:present|ok)|user <x@x> not ok|"
    r"wrong recipients?\b|account (?:is )?unavailable|"
    r"rejected recipients|cuda nsu|kein (?:mail)?konto|missing home directory|nessun utente|no existe (?:dicha|ese|"
    r"esa|el|la|tal) |"
    r"has left the (?:company|organi[sz]ation)|(?:mailbox|domain) owner has changed|mailbox is disabled \(554\.30\)|"
    r"no match(?:es|ing)? (?:for|to|recipient|user)|not present in|"
    r"mailbox (?:<?x@x>? )?(?:is )?unavailable\s*(?:$|[(\[])|user has no mailbox|"
    r"resolver\.adr\.(?:ex)?recip|recipnotfound|recipient ?not ?found|"
    r"recipient address rejected(?:: (?:access denied|invalid.recipient|user unknown|undeliverable)|\.?$|\.? \()|"
    r"address rejected[.:]? ?(?:<?x@x>?\.?)?$|"
    r"invalid final delivery userid|badrcptto|badrecipientto|not in my validrcptto|list of allowed recipients|"
    r"envelope recipient has been denied|no longer accepts mail|wrong or no longer valid|unknown or illegal|"
    r"(?:recipient|user) (?:is )?not (?:local|accepted(?!\W{1,4}batv))|not a local address|illegal host|"
    r"domain must exist|"
    r"email name is not found|mail domain mentioned in email address is unknown|"
    r"host unknown|unknown host|host not found|host or domain name not found|unknown domain|no such (?:host|domain)|"
    r"nxdomain|unroute?able mail domain|indicated no smtp service|host does not accept mail|domain is not reachable|"
    r"domain (?:name )?not found|domain (?:is )?not used for mail|"
    r"domain .{0,60}(?:couldn.t be found|does not exist|doesn.t exist)|"
    r"couldn.t find (?:any host|a mail ?box|a mail exchanger)|mx records? .{0,60}(?:point to|not found)|nullmx|null mx|"
    r"has no (?:mx|mail exchanger)|no mail ?hosts? for|lookup had no relevant answers|"
    r"domain does not accept mail|"
    r"name or service not known|no mx (?:record )?found|not listed in|no valid recipients|"
    r"(?:no|not a known|not a valid|not a) (?:account by|user(?: here)?\b|mailbox(?: here)?\b|"
    r"valid recipient)|no one at this address|"
    r"can(?:no|')t find (?:that |the |a )?(?:user|recipient|mailbox)|unable to find (?:the )?(?:user|recipient)|"
    r"user not known|bad (?:recipient |destination )?(?:mailbox |e-?mail )?address(?! syntax)|"
    r"bad (?:recipient|destination) (?:mailbox |e-?mail )?address|"
    r"recipient address .{0,80}is not a valid|not a known user|undeliverable address|"
    r"requested action not taken: mailbox unavailable|mailbox unavailable or access denied|"
    rf"(?:this|that) (?:\w{{1,20}} ){{1,3}}(?:does not|doesn.t) exist|mailbox (?:is )?not available|mailbox unavaiable|"
    rf"{tongues.GONE_ELSEWHERE}|{ALSO}|{absent.NOBODY}",
    re.I,
)
FULL = re.compile(
    r"(?:quota|over ?quota|mailbox|mail box|inbox|account).{0,40}(?:full|exceed|over)|quota|overdrawn|"
    r"insufficient storage|"
    r"full (?:mail ?box|inbox)|"
    r"storage limit|no space left|not enough (?:storage|space)|insufficient (?:space|storage|disk)|"
    r"too much mail|overquota|"
    r"(?:is|over|exceed(?:s|ed)) (?:its|the|his|their|allowed|allotted|maximum|disk).{0,30}(?:quota|limit|"
    r"size|space|storage)|"
    rf"disk (?:space|full)|mail (?:file|folder) is full|{tongues.FULL}",
    re.I,
)
PASSING = re.compile(r"(?<![\d.\-])4\d\d[ \-]")
FAILED_DNS = re.compile(r"host not found, try again", re.I)  # TRY_AGAIN: no name server answered, whatever the code
LOCAL = re.compile(r"procmail|pipe to|maildrop|local delivery|loop", re.I)
SENDER = re.compile(
    rf"{tongues.SENDERS}|"
    r"sender|sending (?:domain|host|server)|invalid dns mx|mail from|from address|envelope.from|return.path|"
    r"originat|reply-?to|\bfrom:|(?<!exchanger or )\bip addr|\bheader (?:contains|address|field)|"
    r"\byou (?:are not|do not|don.t|must)\b|"
    r"(?<!not )your (?:domain|address|account|host|name)|reverse|helo|client",
    re.I,
)
USER = re.compile(
    r"user unknown|validrcptto|host does not accept mail|unknown user|no such user|user not found|"
    r"(?:unknown|invalid) recipient|(?:non-?existent|unrecogni[sz]ed|unregistered) (?:user|recipient|mail ?box)|"
    r"unknown mailbox|"
    r"mail[ -]?box not found|recipient (?:not found|unknown)|no mail[ -]?box|badrcptto|"
    r"(?:user|mail[ -]?box|recipient|account|address|e-?mail)\b.{0,40}(?:does not|doesn.t) exist",
    re.I,
)
# RFC 5321's own words for a 550, which servers say before any reason; and reasons that are none of the address.
STOCK = re.compile(r"mail ?box (?:is )?(?:unavail?able|not available)", re.I)
ELSE = re.compile(
    r"spam|spf\b|dkim|dmarc|black ?list|block ?list|blocked|reputation|\brbl\b|polic(?:y|ies)|virus|restriction|"
    r"your (?:ip|host|domain|server)|rate limit|too many|temporar",
    re.I,
)
# Names, which are nobody's words: an address may be called blocked@content.example.
NAMED = re.compile(
    r"[^\s<>()\[\]\"',;:=]{1,64}@[^\s<>()\[\]\"',;:]{1,255}|"
    r"(?<=\bhost )(?:[\w\-]{1,63}(?=[\[(:])|[\w\-]{1,63}(?:\.[\w\-]{0,63}){1,9}(?=[ \[(:]))"
)
# Where an address, a path or a page is named, which says nothing of it: Exim's forwards, links, names of hosts.
ASIDE = re.compile(
    r"\((?:ultimately )?generated from [^)\n]{1,300}\)|\bgenerated (?:by|from) x@x|"
    r"(?<![\w./])(?!resolver|storedrv|smtpsend|queue|routing)(?:[a-z0-9-]{1,63}\.){2,8}[a-z]{2,24}(?![\w.])"
)
LINK = re.compile(r"https?://\S{1,400}", re.I)
# A server that asked ours whether our own address is there, and heard no: nothing is said of the recipient (Exim).
OURS = re.compile(
    r"sender verif|verification failed (?:for|while)|callback setup failed|(?:verify|validate) (?:the )?sender", re.I
)
# Cisco's mail gateways say so before every reply that they were given.
WRAPPED = re.compile(r"5\.1\.0 - unknown address error (?=\d{3}\b)", re.I)
HARD_CODES = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4", "5.4.310", "5.7.17", "5.7.18", "5.7.504"}
HARD_REPLIES = {"551", "553"}  # RFC 5321: not of this server, no name of a mailbox; 550 is also said of a policy
WHOM = re.compile(r"x@x|\brcpt\b|recipient|mailbox|\buser", re.I)
SOFT_CODES = {
    "5.2.2",
    "5.2.3",
    "5.3.4",
    "5.7.0",
    "5.7.1",
    "5.7.9",
    "5.7.26",
    "5.7.23",
    "5.6.0",
    "5.4.6",
    "5.1.4",  # it fits several, and so is not missing
    "5.1.7",
    "5.1.8",
}


def severity(status: str | None, said: str, action: str = "failed") -> Severity:
    """What a server's words, then its codes, say of the address. Delayed is never hard."""
    text = plain(said)
    code = status or code_in(text)
    if action == "delayed" or code == "5.2.2" or FULL.search(text):
        return Severity.soft
    linked, text = text, LINK.sub(" ", text)
    gone = GONE.search(text)
    soft = SOFT.search(text if gone else linked)  # a list that blocks is at times named by its address alone
    closed = CLOSED.search(text)
    if gone and (_about_us(text, gone) or OURS.search(text)):
        gone = None
        soft = soft or GONE.search(text)
    if gone and _passing(code, text):  # RFC 3463, RFC 5321: it may succeed later, whatever the words
        return Severity.soft
    if gone and STOCK.search(gone[0]) and (ELSE.search(text) or SENDER.search(text)) and not USER.search(text):
        return Severity.soft
    if gone and _policy(code):
        return Severity.hard if USER.search(text) else Severity.soft
    if gone and not LOCAL.search(text) and (code in HARD_CODES or not _before(gone, soft, closed)):
        return Severity.hard
    if soft or gone or (closed and code not in HARD_CODES):
        return Severity.soft
    if code:
        return Severity.hard if code in HARD_CODES else Severity.soft
    reply = REPLY.search(text)
    if reply is None:
        return Severity.unknown
    return Severity.hard if reply[1] in HARD_REPLIES and WHOM.search(text) else Severity.soft


def plain(said: str) -> str:
    """A server's own words, without accents, names and places."""
    text = NAMED.sub("x@x", fold(WRAPPED.sub("", said[:2_000])))
    return ASIDE.sub(" ", text).replace("_", " ")


def _before(gone: re.Match[str], *others: re.Match[str] | None) -> bool:
    """Whether another reason is given before."""
    return any(other and other.start() < gone.start() for other in others)


def _passing(code: str | None, text: str) -> bool:
    return bool(FAILED_DNS.search(text)) or (code[0] == "4" if code else bool(PASSING.search(text)))


def _about_us(text: str, gone: re.Match[str]) -> bool:
    """Whether it is the sender, not the recipient, whom the server does not know."""
    return bool(SENDER.search(text[max(0, gone.start() - 60) : gone.end() + 50]))


def _policy(code: str | None) -> bool:
    return bool(code and (code.startswith("5.7.") or code in SOFT_CODES) and code not in HARD_CODES)


def status_in(text: str) -> str | None:
    """The code of a report's own field, which may also be one of success."""
    found = STATUS.search(text)
    return found[0] if found else None


def code_in(text: str) -> str | None:
    """The enhanced status code in a server's words (RFC 3463)."""
    found = REFUSED.search(text)
    return found[0] if found else None
