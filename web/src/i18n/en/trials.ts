/** Words of a step, and of templates, that are being tried. */
export const trials = {
  trial: "{{count}} variants of these words are tried. A version that changes them ends it:",
  trialTemplate: "{{count}} variants of this template are tried, wherever it is sent:",
  trialLater: "Once it is published, other words can be tried on part of the people.",
  tryWords: "Try other words on part of the people",
  tryTemplate: "Try other words of this template",
  ends_one: "Ends an experiment",
  ends_other: "Ends {{count}} experiments",
  endsWhy: "It measures words that this version changes. What was counted is kept, and everybody gets the words of their version.",
  publishEnding: "Publish and end it",
};
