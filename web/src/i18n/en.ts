import { common } from "./en/common";
import { day } from "./en/day";
import { drop } from "./en/drop";
import { people } from "./en/people";
import { record } from "./en/record";
import { review } from "./en/review";
import { settings } from "./en/settings";

/** What the first screens say; what others say comes with them (late.ts). */
export const en = { ...common, ...day, ...people, ...drop, ...record, ...review, ...settings };

/** The same keys in every language, each a text of its own. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Words = Texts<typeof en>;
