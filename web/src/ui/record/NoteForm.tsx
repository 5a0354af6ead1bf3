import { enter } from "@/i18n";
import { later } from "@/ui/later";

/** A note, a call's or an interview's report, written or changed. Its code and words come when somebody writes. */
export const NoteForm = later(() => Promise.all([import("./NoteEditor"), enter("notes")]).then(([m]) => m.NoteEditor));
