/** Calls about sequences: writing and publishing them, who is in them. */
import { api, etag, ok } from "./client";
import type { Whole } from "./model";
import type * as S from "./schema";

export type Sequence = Whole<S.Sequence>;
export type SequenceText = Pick<Sequence, "name" | "settings" | "steps">;
export type SequenceView = Whole<S.SequenceView>;
export type SequenceVersion = Whole<S.SequenceVersion>;
export type ListedSequence = Whole<S.ListedSequence>;
export type SequenceState = Sequence["state"];
export type SequenceCounts = SequenceView["counts"];

const of = (sequence_id: string) => ({ params: { path: { sequence_id } } });
const onVersion = (sequence_id: string, version: number) => ({ params: { path: { sequence_id }, header: etag(version) } });

export const sequences = () => ok(api().GET("/sequences"));
export const openSequence = (id: string) => ok(api().GET("/sequences/{sequence_id}", of(id)));
export const addSequence = (body: SequenceText) => ok(api().POST("/sequences", { body }));
export const changeSequence = (id: string, version: number, body: SequenceText) =>
  ok(api().PUT("/sequences/{sequence_id}", { ...onVersion(id, version), body }));
export const publishSequence = (id: string, version: number, in_flight: "stay" | "move") =>
  // The document names If-Match for edits alone; publishing takes it too.
  ok(
    api().POST("/sequences/{sequence_id}/publish", {
      params: { path: { sequence_id: id }, header: etag(version) as object },
      body: { in_flight },
    }),
  );
export const sequenceVersions = (id: string) => ok(api().GET("/sequences/{sequence_id}/versions", of(id)));

export type Turn = "pause" | "resume" | "archive" | "restore";
export const turnSequence = (id: string, turn: Turn) => {
  switch (turn) {
    case "pause":
      return ok(api().POST("/sequences/{sequence_id}/pause", of(id)));
    case "resume":
      return ok(api().POST("/sequences/{sequence_id}/resume", of(id)));
    case "archive":
      return ok(api().POST("/sequences/{sequence_id}/archive", of(id)));
    case "restore":
      return ok(api().POST("/sequences/{sequence_id}/restore", of(id)));
  }
};
