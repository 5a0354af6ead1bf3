"""Where more bounces, complaints, automatic answers and tables of what servers say stand in others' repositories."""

from tests.bench.mails import more_bounces as more
from tests.bench.mails import server_words as words
from tests.bench.mails.labelled import Suite

MORE: dict[str, Suite] = {
    "warsaw+flufl.bounce": more.mailman,
    "postalsys+emailengine": more.engine,
    "osandum+bounce-parser": more.java,
    "zoonru+PHP-Bounce-Handler": more.handled,
    "sisimai+set-of-emails": more.sisimai_rest,
    "Exim+exim": more.folder("test/mail/*", split=True),
    "wikimedia+mediawiki-extensions-BounceHandler": more.folder("tests/phpunit/bounce_emails/*"),
    "KumoCorp+kumomta": more.both(words.kumo, more.folder("crates/kumo-log-types/data/rfc3464/*.eml")),
    "jhillyerd+enmime": more.folder("**/testdata/**/*.raw"),
    "mikel+mail": more.folder("spec/fixtures/emails/**/*.eml"),
    "jstedfast+MimeKit": more.folder("UnitTests/TestData/messages/*", "UnitTests/TestData/mbox/*.txt"),
    "stalwartlabs+mail-server": more.folder("tests/resources/**/*.eml"),
    "ciudadanointeligente+write-it": more.folder("mailit/tests/fixture/*.txt"),
    "bestpractical+rt": more.folder("t/data/emails/*"),
    "simple-login+app": more.folder("**/*.eml"),
    "Bas-Man+Email-ARF-Report-AOL": more.complaints("t/test-data/*.eml"),
    "rjbs+Email-ARF": more.complaints("t/messages/*.msg"),
    "apache+james-mime4j": more.folder("*/src/*/resources/**/*.msg"),
    "stalwartlabs+mail-parser": more.folder("resources/**/*.eml", "resources/**/*.txt"),
    "redmine+redmine": more.folder("test/fixtures/mail_handler/*.eml"),
    "sympa-community+sympa": more.folder("t/samples/*.eml"),
    "domainaware+parsedmarc": more.folder("samples/**/*.eml"),
    "mjl-+mox": more.folder("testdata/**/*.eml"),
    "SpamScope+mail-parser": more.folder("tests/mails/*"),
    "sisimai+rb-sisimai": words.sisimai,
    "civicrm+civicrm-core": words.civi,
    "digineo+sisimai-web": more.folder("spec/fixtures/messages/*.txt"),
    "Webklex+php-imap": more.folder("tests/messages/*.eml"),
    "zbateson+mail-mime-parser": more.folder("tests/_data/emails/*.txt"),
    "apache+james-project": more.folder("server/**/resources/**/*.eml", "mailbox/**/resources/**/*.eml"),
    "cfortune+PHP-Bounce-Handler": words.php,
    "eNichers+node-bounce-handler": words.node,
    "zone-eu+zone-mta": words.zone,
    "reacherhq+check-if-email-exists": words.reacher,
    "assoconnect+php-smtp-code": words.needles,
}
