/** Two who write one sequence at once. */
export const meeting = {
  stale: "{{who}} changed the same meanwhile. What only one of you changed is kept either way.",
  stale_own: "You changed the same in another window. What you changed in only one of them is kept either way.",
  both: "{{who}} changed this sequence meanwhile: theirs and yours stand in it",
  both_own: "You changed this sequence in another window: both stand in it",
  clash_gone: "removed",
  clash_order: "Order of the steps",
  clash_theirs: "theirs",
  clash_mine: "yours",
};
