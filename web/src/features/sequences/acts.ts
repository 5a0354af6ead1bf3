/** What can be done about somebody in a sequence, as they stand in it. Pure. */
import type { Enrolment, EnrolmentAct, EnrolmentState } from "@/api/sequences";

const may: Record<EnrolmentState, readonly EnrolmentAct[]> = {
  active: ["pause", "skip", "move", "remove"],
  paused: ["resume", "skip", "move", "restart", "remove"],
  stopped: ["resume", "restart"],
  finished: ["restart"],
  removed: ["resume", "restart"],
};
/** `newest`: the version that is published now, where it is known. */
export const actsFor = (of: Enrolment, newest: number | undefined): EnrolmentAct[] =>
  may[of.state].filter(
    (act) => (act !== "move" || (newest !== undefined && of.version < newest)) && (act !== "skip" || of.step_id !== null),
  );
/** What takes an act back; what has none is asked about first. */
export const backOf: Partial<Record<EnrolmentAct, EnrolmentAct>> = { pause: "resume", remove: "resume" };
export const isAsked = (act: EnrolmentAct): boolean => act === "skip" || act === "restart" || act === "move";
