import type { Words } from "./en";
import { common } from "./fr/common";
import { drop } from "./fr/drop";
import { people } from "./fr/people";
import { record } from "./fr/record";
import { settings } from "./fr/settings";
import { tasks } from "./fr/tasks";

export const fr: Words = { ...common, ...people, ...drop, ...record, ...settings, ...tasks };
