"""That nobody is there, said in English in whatever words: who is spoken of, and what is said before or behind it.

A grammar of a few parts says more than a list of sentences: each noun goes with each predicate. The text is what
`refusals.plain` leaves: addresses are `x@x`. Each gap is bounded.
"""

KINDS = r"(?:(?:e-?mail|mail|destination|recipient|local|virtual|target|specified|requested|given) ){0,2}"
BOXES = (
    r"user|mail[ -]?(?:box|drop)|recipient|rcpt|account|ad?dressee|addresse?|alias|"
    r"local[ -]?part"
)
# Not a machine's name, nor what a mail is known by.
APART = r"(?<!ip )(?<!host )(?<!dns )(?<!message )(?<!from )(?<!reply-to )"
PEOPLE = r"user[ -]?(?:name|id)|in-?box|login|customer|member|employee|person|subscriber"
WHOM = rf"{APART}\b{KINDS}(?:{BOXES}|{PEOPLE})(?:e?s)?\b"
# Of these alone it is said that they are bad: a bad login is the sender's, and so is a bad user or password; of an
# address whose syntax is bad, that it is the recipient's must be said.
ALONE = r"(?! ?(?:or |and |/ ?)?(?:pass|cred|state|status|size|quota|type|perm|config|syntax|header))"
STRICT = rf"\b{KINDS}(?:{BOXES})(?:e?s)?\b{ALONE}"
NAMED = (
    r"(?: (?:that )?you (?:have )?(?:specified|entered|tried|wrote to|sent to|are trying to reach)|"
    r" in your (?:e-?mail|message))?"
    r"(?: ?[:,-]? ?(?:[<\"'(]{1,2}[^<>\"'()\n]{1,80}[>\"')]{1,2}|x@x|[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}))?[,:.]? {0,3}"
)
BE = r"(?:(?:is|was|are|were|be|been|seems?|appears?|has|have|to|currently|apparently|probably) ){0,4}"
UNKNOWN = r"(?:unknown?|unkown|unkonwn|un-?recogni[sz]ed|undefined|un-?registered|non-? ?exist[ae]nt|non-? ?existing)\b"
BEHIND = (
    rf"{BE}(?:{UNKNOWN}|(?:invalid|illegal|deleted|removed)\b(?! (?:for|by the|due))|"
    r"not (?:actually )?(?:exist\w{0,3}|found|known|recogni[sz]ed|registered|listed|defined|located|(?:a )?valid\b|"
    r"present\b|here\b|on (?:this|our) (?:server|system|host|machine)|hosted (?:here|on|by)|resolvable))|"
    r"(?:does|do|did)(?: not|n.?t) (?:(?:appear|seem) to )?(?:exist|live here)|"
    r"(?:can ?not|can.?t|could not|couldn.?t) be (?:found|located|resolved|identified)|"
    r"(?:is|was|are|were)n.?t (?:known|found|valid|registered|recogni[sz]ed|here|defined|listed|present)|"
    r"(?:is |are )?no longer (?:exists?|valid|in use|used|registered)"
)
ANY = r"(?: (?:an?|any|the|that|this|your|such|matching|existing|valid)){0,3} "
BEFORE = (
    rf"(?:{UNKNOWN}|no such|no matching|not an? (?:known|valid|registered|existing))(?: [a-z]{{1,15}})? {WHOM}|"
    rf"(?:can ?not|can.?t|could not|couldn.?t|unable to|failed to|did not|didn.t) (?:find|locate|identify){ANY}{WHOM}|"
    rf"\bno (?:such )?(?:[a-z]{{1,12}} )?{WHOM} (?:by|with|of|under|called|named|here|at this|on this|exists?)|"
    rf"(?:do|does|did)(?: not|n.?t) (?:know|recogni[sz]e){ANY}{WHOM}|"
    rf"(?:do|does)(?: not|n.?t) have{ANY}{WHOM}(?! (?:permission|to|that|who|quota))|"
    rf"\b(?:incorrect|wrong|bad|invalid|illegal) {STRICT}"
)
# A domain: that it could not be looked up may pass, and one that is bad may be the sender's.
THEIRS = r"(?:recipient(?:.s)?|destination) domain(?: name)?\b"
DOMAIN = (
    r"(?<!sender )(?<!sending )(?<!your )\b(?:(?:e-?mail|mail|destination|recipient(?:.s)?) )?domain(?: name| part)?\b"
)
NO_DOMAIN = (
    rf"{DOMAIN}{NAMED}(?:{BE}(?:{UNKNOWN}|deleted\b|not (?:found|registered)\b)|"
    r"(?:does|do|did)(?: not|n.?t) exist|(?:can ?not|can.?t|could not|couldn.?t) be found|no longer exists|"
    r"has no (?:valid )?(?:mx|mail (?:servers?|exchangers?|hosts?))\b|"
    r"(?:does|do)(?: not|n.?t) (?:accept|receive) (?:any )?e?-?mails?\s*(?:$|[.(\[]))|"
    rf"(?:{UNKNOWN}|no such) {DOMAIN}|(?:invalid|bad) {THEIRS}|{THEIRS}{NAMED}{BE}(?:invalid|not valid)\b|"
    rf"(?:can ?not|can.?t|could not|couldn.?t|unable to|failed to) find{ANY}{DOMAIN}|"
    r"\bno (?:mx|mail (?:server|exchanger|host))(?: or a)?(?: records?)?(?: (?:was |were )?found)? for\b|"
    r"\bno host (?:found|x@x) for\b|\benotfound\b"
)
NOBODY = rf"{WHOM}{NAMED}(?:{BEHIND})|(?:{BEFORE})|x@x[>\"']{{0,2}}[:,.]? ?(?:{BEHIND})|{NO_DOMAIN}"
