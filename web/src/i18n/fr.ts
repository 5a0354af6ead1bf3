import type { Words } from "./en";
import { common } from "./fr/common";
import { day } from "./fr/day";
import { drop } from "./fr/drop";
import { people } from "./fr/people";
import { record } from "./fr/record";
import { review } from "./fr/review";
import { settings } from "./fr/settings";

export const fr: Words = { ...common, ...day, ...people, ...drop, ...record, ...review, ...settings };
