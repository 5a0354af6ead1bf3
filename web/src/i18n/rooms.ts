/** Words of screens that are never the first: they come with the screen that says them, or once the first one rests. */
import type { Language } from "@/api/model";

export const rooms = {
  hiring: {
    en: () => Promise.all([import("./en/jobs"), import("./en/board")]).then(([a, b]) => ({ ...a.jobs, ...b.board })),
    fr: () => Promise.all([import("./fr/jobs"), import("./fr/board")]).then(([a, b]) => ({ ...a.jobs, ...b.board })),
  },
  events: { en: () => import("./en/events").then((m) => m.events), fr: () => import("./fr/events").then((m) => m.events) },
  notes: { en: () => import("./en/notes").then((m) => m.notes), fr: () => import("./fr/notes").then((m) => m.notes) },
  scorecards: {
    en: () => import("./en/scorecards").then((m) => m.scorecards),
    fr: () => import("./fr/scorecards").then((m) => m.scorecards),
  },
  writing: { en: () => import("./en/writing").then((m) => m.writing), fr: () => import("./fr/writing").then((m) => m.writing) },
  inbox: { en: () => import("./en/inbox").then((m) => m.inbox), fr: () => import("./fr/inbox").then((m) => m.inbox) },
  interviews: {
    en: () => import("./en/interviews").then((m) => m.interviews),
    fr: () => import("./fr/interviews").then((m) => m.interviews),
  },
  sequences: {
    en: () => Promise.all([import("./en/sequences"), import("./en/starters")]).then(([a, b]) => ({ ...a.sequences, ...b.starters })),
    fr: () => Promise.all([import("./fr/sequences"), import("./fr/starters")]).then(([a, b]) => ({ ...a.sequences, ...b.starters })),
  },
  experiments: {
    en: () => import("./en/experiments").then((m) => m.experiments),
    fr: () => import("./fr/experiments").then((m) => m.experiments),
  },
  today: { en: () => import("./en/today").then((m) => m.today), fr: () => import("./fr/today").then((m) => m.today) },
  review: { en: () => import("./en/review").then((m) => m.review), fr: () => import("./fr/review").then((m) => m.review) },
  bell: { en: () => import("./en/bell").then((m) => m.bell), fr: () => import("./fr/bell").then((m) => m.bell) },
  asks: { en: () => import("./en/asks").then((m) => m.asks), fr: () => import("./fr/asks").then((m) => m.asks) },
  sending: { en: () => import("./en/sending").then((m) => m.sending), fr: () => import("./fr/sending").then((m) => m.sending) },
  erasures: {
    en: () => import("./en/erasures").then((m) => m.erasures),
    fr: () => import("./fr/erasures").then((m) => m.erasures),
  },
  cv: { en: () => import("./en/cv").then((m) => m.cv), fr: () => import("./fr/cv").then((m) => m.cv) },
  admin: {
    en: () => Promise.all([import("./en/admin"), import("./en/corrections")]).then(([a, b]) => ({ ...a.admin, ...b.corrections })),
    fr: () => Promise.all([import("./fr/admin"), import("./fr/corrections")]).then(([a, b]) => ({ ...a.admin, ...b.corrections })),
  },
} satisfies Record<string, Record<Language, () => Promise<object>>>;
export type Room = keyof typeof rooms;
export const everyRoom = Object.keys(rooms) as Room[];
