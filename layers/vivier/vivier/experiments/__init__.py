"""Which words work: experiments on mails, from what was fixed before the start to the verdict."""
