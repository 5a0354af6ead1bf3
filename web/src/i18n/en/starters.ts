/** Why a mail came, and the sequences that one begins with. */
export const starters = {
  why: {
    ask: "Why did this person get this e-mail?",
    short: "Why?",
    step: "Step {{n}} of version {{version}} of",
    enrolled: "added by {{who}}, {{when}}",
    class_owed: "An answer that was owed to them.",
    class_conversation: "A colleague wrote it.",
    class_unsolicited: "Nobody had asked for it.",
    made: "made “{{subject}}” ready to leave",
    reason: "Reason kept with it: {{reason}}",
  },
  later: {
    first_one: "{{n}} of them gets the first step later than it says: {{why}}.",
    first_other: "{{n}} of them get the first step later than it says: {{why}}.",
    held: "Its e-mail leaves {{when}}: {{why}}",
    held_sending_paused: "Its e-mail waits: unasked mail was paused. It is tried again {{when}}.",
    than: "later: {{why}}",
    warm_up: "the day's limit of unasked mail is reached",
    frequency: "they had as many mails as one person may get",
    quiet_hours: "outside the hours at which people may be written to",
    own_hours: "outside the hours of the sequence",
    apart_one:
      "For {{n}} of them, the hours of the sequence and those at which people may be written to never meet: only the latter count.",
    apart_other:
      "For {{n}} of them, the hours of the sequence and those at which people may be written to never meet: only the latter count.",
    person_paused: "they asked for a pause",
    sending_paused: "unasked mail is paused",
    ses_quota: "Amazon SES's day is spent",
    ses_rate: "Amazon SES's rate",
    ses_stopped: "Amazon SES has stopped the account",
  },
  starter: {
    unwritten: "Something in square brackets is still to be written.",
    first_contact: "First contact",
    first_contactWhy: "Three e-mails and a call over three weeks",
    keep_in_touch: "Keep in touch",
    keep_in_touchWhy: "Two e-mails a quarter apart, then a look together at where things stand",
    after_interview: "After an interview",
    after_interviewWhy: "Thanks, a reminder to decide, and word while they wait",
    blank: "Nothing",
    blankWhy: "You add the steps",
    helloSubject: "Getting in touch",
    helloBody:
      "[greeting],\n\nYour path caught our eye, and we would like to tell you what we do at [organisation.name].\n\nWould you have fifteen minutes one of these days?\n\n[recruiter.name]",
    againSubject: "What we build at [organisation.name]",
    againBody:
      "[greeting],\n\nA word more about our work: [write here what somebody in this trade would like to know].\n\nDo you want to hear more? A reply of one line is enough.\n\n[recruiter.name]",
    call: "Call, if there is no answer",
    lastSubject: "A last word",
    lastBody:
      "[greeting],\n\nThis is my last message about this. If the moment is not right, tell me when to write again, or that I should not.\n\n[recruiter.name]",
    newsSubject: "News from [organisation.name]",
    newsBody:
      "[greeting],\n\nHere is what happened with us since we last wrote: [your news].\n\nHow are things with you?\n\n[recruiter.name]",
    news2Subject: "A sign of life from [organisation.name]",
    news2Body:
      "[greeting],\n\nA few months have passed: [your news].\n\nIf your plans have changed, I would be glad to hear of it.\n\n[recruiter.name]",
    check: "Look at whether to stay in touch",
    thanksSubject: "Thank you for our conversation",
    thanksBody: "[greeting],\n\nThank you for the time you took. We will come back to you within a week.\n\n[recruiter.name]",
    decide: "Decide, and answer",
    waitSubject: "Still on it",
    waitBody: "[greeting],\n\nWe have not decided yet, and have not forgotten you: you will hear from us this week.\n\n[recruiter.name]",
  },
};
