/** What a sequence would have done. */
export const rehearsal = {
  dryWhy:
    "What the steps as they are written now would have done with people of a time that is past. Nothing is written, and nothing leaves.",
  drySince: "From",
  dryUntil: "To",
  dryWho: "Who would have been added",
  dryCreated: "Everyone, on the day they came",
  dryStage: "Who came to “{{stage}}”",
  dryDo: "Run it",
  dryResult: "What would have happened",
  dryMails_one: "{{n}} e-mail would have left",
  dryMails_other: "{{n}} e-mails would have left",
  dryTo_one: "to {{n}} person.",
  dryTo_other: "to {{n}} people.",
  dryStopped: "It would have stopped: {{list}}.",
  dryOut_one: "{{n}} would have been left out.",
  dryOut_other: "{{n}} would have been left out.",
  dryNobodyTitle: "Nobody would have been in it",
  dryNobody_one: "{{n}} person was looked at.",
  dryNobody_other: "{{n}} people were looked at.",
  dryEntered: "added {{when}}",
  dryLimits: "Tags and words are those of today, a click cannot be known, and limits on how often somebody is written to are not counted.",
};
