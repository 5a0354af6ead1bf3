/** The nouns of sequences, from the API's document. */
import type { Sequence } from "@/api/sequences";

export type Settings = Sequence["settings"];
export type Step = Sequence["steps"][number];
type Of<K extends Step["do"]> = Extract<Step, { do: K }>;
export type MailStep = Of<"mail">;
export type TaskStep = Of<"task">;
export type WaitStep = Of<"wait">;
export type Condition = NonNullable<MailStep["only_if"]>;
export type MailWords = NonNullable<NonNullable<MailStep["words"]>["fr"]>;
