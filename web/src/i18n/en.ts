import { common } from "./en/common";
import { drop } from "./en/drop";
import { people } from "./en/people";
import { record } from "./en/record";
import { settings } from "./en/settings";
import { tasks } from "./en/tasks";

/** What the first screens say; what others say comes with them (rooms.ts). */
export const en = { ...common, ...people, ...drop, ...record, ...settings, ...tasks };

/** The same keys in every language, each a text of its own. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Words = Texts<typeof en>;
