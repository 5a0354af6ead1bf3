/** Two who write one sequence at once. */
export const meeting = {
  stale: "{{who}} a modifié la même chose entre-temps. Ce que vous n'avez modifié que d'un côté est gardé dans les deux cas.",
  stale_own:
    "Vous avez modifié la même chose dans une autre fenêtre. Ce que vous n'avez modifié que dans l'une est gardé dans les deux cas.",
  both: "{{who}} a modifié cette séquence entre-temps : ses changements et les vôtres y sont",
  both_own: "Vous avez modifié cette séquence dans une autre fenêtre : tout y est",
  clash_gone: "retirée",
  clash_order: "Ordre des étapes",
  clash_theirs: "le leur",
  clash_mine: "le vôtre",
};
