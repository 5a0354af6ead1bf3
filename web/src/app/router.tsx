import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import type { Which } from "@/api/inbox";
import type { Behind, VariantKey } from "@/api/experiments";
import type { ReviewKind } from "@/api/model";
import { readSearch } from "@/features/board/filter";
import { readJobsSearch } from "@/features/jobs/filter";
import { readFilter } from "@/features/people/filter";
import { readPeople, readSequences } from "@/features/sequences/filter";
import { readAudit } from "@/features/settings/audit/filter";
import { Callback } from "@/features/session/Callback";
import { saying } from "@/i18n";
import { Home } from "./Home";
import { NotFound, RouteFailed } from "./RouteStates";
import { Root } from "./Root";
import { only, type Said } from "./search";

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });
const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: Callback });

const day = createRoute({
  getParentRoute: () => root,
  path: "/my-day",
  validateSearch: only((search: Said): { task?: string } => (typeof search.task === "string" ? { task: search.task } : {})),
}).lazy(() => saying(import("./pages/day"), "today", "hiring", "interviews").then((m) => m.Route));
const interviews = createRoute({
  getParentRoute: () => root,
  path: "/interviews",
  validateSearch: only((search: Said): { week?: string; who?: string } => ({
    ...(typeof search.week === "string" && /^\d{4}-\d\d-\d\d$/.test(search.week) ? { week: search.week } : {}),
    ...(typeof search.who === "string" && /^mem_\w{26}$/.test(search.who) ? { who: search.who } : {}),
  })),
}).lazy(() => saying(import("./pages/interviews"), "interviews").then((m) => m.Route));
const people = createRoute({ getParentRoute: () => root, path: "/people", validateSearch: only(readFilter) }).lazy(() =>
  import("./pages/people").then((m) => m.Route),
);
/** The job that people are put into as they come. */
const forJob = (search: Said): { job?: string } =>
  typeof search.job === "string" && /^job_\w{26}$/.test(search.job) ? { job: search.job } : {};
const newPerson = createRoute({ getParentRoute: () => root, path: "/people/new", validateSearch: only(forJob) }).lazy(() =>
  saying(import("./pages/newPerson"), "erasures").then((m) => m.Route),
);

const jobs = createRoute({ getParentRoute: () => root, path: "/jobs", validateSearch: only(readJobsSearch) }).lazy(() =>
  saying(import("./pages/jobs"), "hiring").then((m) => m.Route),
);
const newJob = createRoute({
  getParentRoute: () => root,
  path: "/jobs/new",
  validateSearch: only((search: Said): { like?: string; pipeline?: string } => ({
    ...(typeof search.like === "string" ? { like: search.like } : {}),
    ...(typeof search.pipeline === "string" && /^[a-z_]{1,40}$/.test(search.pipeline) ? { pipeline: search.pipeline } : {}),
  })),
}).lazy(() => saying(import("./pages/newJob"), "hiring").then((m) => m.Route));
const board = createRoute({ getParentRoute: () => root, path: "/jobs/$id", validateSearch: only(readSearch) }).lazy(() =>
  saying(import("./pages/board"), "hiring", "interviews").then((m) => m.Route),
);
const job = createRoute({ getParentRoute: () => root, path: "/jobs/$id/about" }).lazy(() =>
  saying(import("./pages/job"), "hiring").then((m) => m.Route),
);
const criteria = createRoute({ getParentRoute: () => root, path: "/jobs/$id/criteria" }).lazy(() =>
  saying(import("./pages/criteria"), "hiring", "scorecards").then((m) => m.Route),
);
const pipeline = createRoute({
  getParentRoute: () => root,
  path: "/jobs/$id/stages",
  validateSearch: only((search: Said): { stage?: string } => (typeof search.stage === "string" ? { stage: search.stage } : {})),
}).lazy(() => saying(import("./pages/pipeline"), "hiring", "asks", "sequences").then((m) => m.Route));
const jobTasks = createRoute({ getParentRoute: () => root, path: "/jobs/$id/tasks" }).lazy(() =>
  saying(import("./pages/jobTasks"), "hiring").then((m) => m.Route),
);
const shared = createRoute({ getParentRoute: () => root, path: "/jobs/$id/shared" }).lazy(() =>
  saying(import("./pages/jobShared"), "hiring").then((m) => m.Route),
);
const history = createRoute({ getParentRoute: () => root, path: "/jobs/$id/history" }).lazy(() =>
  saying(import("./pages/jobHistory"), "events", "hiring").then((m) => m.Route),
);

const sequences = createRoute({ getParentRoute: () => root, path: "/sequences", validateSearch: only(readSequences) }).lazy(() =>
  saying(import("./pages/sequences"), "sequences", "writing").then((m) => m.Route),
);
const newSequence = createRoute({
  getParentRoute: () => root,
  path: "/sequences/new",
  validateSearch: only((search: Said): { like?: string } =>
    typeof search.like === "string" && /^seq_\w{26}$/.test(search.like) ? { like: search.like } : {},
  ),
}).lazy(() => saying(import("./pages/newSequence"), "sequences", "writing").then((m) => m.Route));
const sequence = createRoute({
  getParentRoute: () => root,
  path: "/sequences/$id",
  validateSearch: only((search: Said): { step?: string } =>
    typeof search.step === "string" && /^(settings|stp_\w{26})$/.test(search.step) ? { step: search.step } : {},
  ),
}).lazy(() => saying(import("./pages/sequence"), "sequences", "writing", "hiring").then((m) => m.Route));
const sequenceVersions = createRoute({ getParentRoute: () => root, path: "/sequences/$id/versions" }).lazy(() =>
  saying(import("./pages/sequenceVersions"), "sequences", "writing", "hiring").then((m) => m.Route),
);

const sequenceDryRun = createRoute({ getParentRoute: () => root, path: "/sequences/$id/dry-run" }).lazy(() =>
  saying(import("./pages/sequenceDryRun"), "sequences", "writing", "hiring").then((m) => m.Route),
);
const sequencePeople = createRoute({ getParentRoute: () => root, path: "/sequences/$id/people", validateSearch: only(readPeople) }).lazy(
  () => saying(import("./pages/sequencePeople"), "events", "sequences", "writing", "hiring").then((m) => m.Route),
);

export interface RecordSearch {
  tab?: "profile" | "timeline" | "cv";
  doc?: string;
  /** Path of the field shown on the page. */
  show?: string;
  note?: boolean;
  /** The job whose scorecards are open, and about which stage or interview: one's own, or `all` side by side. */
  job?: string;
  scorecard?: string;
  /** An interview, marked among the others; with `meet`, the one that is changed. */
  interview?: string;
  meet?: "new" | "move" | "propose" | "edit";
  /** What happened, shown and marked on the timeline. */
  event?: string;
  /** The other record of the same person is being looked for. */
  merge?: boolean;
}
const one = (value: unknown, known: readonly string[]): string | undefined =>
  typeof value === "string" && known.includes(value) ? value : undefined;
const candidate = createRoute({
  getParentRoute: () => root,
  path: "/people/$id",
  validateSearch: only((search: Said): RecordSearch => {
    const tab = one(search.tab, ["profile", "timeline", "cv"]) as RecordSearch["tab"];
    const meet = one(search.meet, ["new", "move", "propose", "edit"]) as RecordSearch["meet"];
    return {
      ...(tab ? { tab } : {}),
      ...(typeof search.doc === "string" ? { doc: search.doc } : {}),
      ...(typeof search.show === "string" ? { show: search.show } : {}),
      ...(search.note === true ? { note: true } : {}),
      ...(search.merge === true ? { merge: true } : {}),
      ...forJob(search),
      ...(typeof search.scorecard === "string" && /^(all|(stg|itv)_\w{26})$/.test(search.scorecard) ? { scorecard: search.scorecard } : {}),
      ...(typeof search.interview === "string" && /^itv_\w{26}$/.test(search.interview) ? { interview: search.interview } : {}),
      ...(meet ? { meet } : {}),
      ...(typeof search.event === "string" && /^evt_\w{26}$/.test(search.event) ? { event: search.event } : {}),
    };
  }),
}).lazy(() =>
  saying(
    import("./pages/candidate"),
    "events",
    "review",
    "hiring",
    "asks",
    "notes",
    "scorecards",
    "writing",
    "interviews",
    "sequences",
    "sending",
    "cv",
    "erasures",
  ).then((m) => m.Route),
);
const drop = createRoute({ getParentRoute: () => root, path: "/drop", validateSearch: only(forJob) }).lazy(() =>
  saying(import("./pages/drop"), "review", "erasures").then((m) => m.Route),
);
const review = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: only((search: Said): { kind?: ReviewKind; item?: string } => {
    const kind = one(search.kind, ["failed", "duplicate", "doubtful", "update", "mail", "received", "automatic"]) as ReviewKind | undefined;
    return { ...(kind ? { kind } : {}), ...(typeof search.item === "string" ? { item: search.item } : {}) };
  }),
}).lazy(() => saying(import("./pages/review"), "review", "events", "asks", "erasures").then((m) => m.Route));
const which = (search: Said): { list?: Which } => {
  const list = one(search.list, ["needs_answer", "mine", "unassigned", "all", "sent"]) as Which | undefined;
  return list ? { list } : {};
};
const inboxPage = () => saying(import("./pages/inbox"), "inbox", "hiring", "writing");
const inbox = createRoute({ getParentRoute: () => root, path: "/inbox", validateSearch: only(which) }).lazy(() =>
  inboxPage().then((m) => m.Route),
);
const noThread = createRoute({ getParentRoute: () => inbox, path: "/" }).lazy(() => inboxPage().then((m) => m.NoneRoute));
const thread = createRoute({ getParentRoute: () => inbox, path: "/$thread" }).lazy(() => inboxPage().then((m) => m.ThreadRoute));
const settings = createRoute({ getParentRoute: () => root, path: "/settings" }).lazy(() =>
  saying(import("./pages/settings"), "admin", "writing").then((m) => m.Route),
);
const members = createRoute({
  getParentRoute: () => root,
  path: "/settings/members",
  validateSearch: only((search: Said): { invite?: boolean } => (search.invite === true ? { invite: true } : {})),
}).lazy(() => saying(import("./pages/members"), "admin").then((m) => m.Route));
const audit = createRoute({ getParentRoute: () => root, path: "/settings/audit", validateSearch: only(readAudit) }).lazy(() =>
  saying(import("./pages/audit"), "hiring", "admin").then((m) => m.Route),
);
const reasons = createRoute({ getParentRoute: () => root, path: "/settings/reasons" }).lazy(() =>
  saying(import("./pages/reasons"), "admin").then((m) => m.Route),
);
const sending = createRoute({ getParentRoute: () => root, path: "/settings/sending" }).lazy(() =>
  saying(import("./pages/sending"), "admin", "sending").then((m) => m.Route),
);
const corrections = createRoute({ getParentRoute: () => root, path: "/settings/corrections" }).lazy(() =>
  saying(import("./pages/corrections"), "admin").then((m) => m.Route),
);
const erasures = createRoute({ getParentRoute: () => root, path: "/settings/erasures" }).lazy(() =>
  saying(import("./pages/erasures"), "admin", "erasures").then((m) => m.Route),
);
const suppressions = createRoute({ getParentRoute: () => root, path: "/settings/suppressions" }).lazy(() =>
  saying(import("./pages/suppressions"), "admin", "sending").then((m) => m.Route),
);
const library = createRoute({ getParentRoute: () => root, path: "/settings/pipelines" }).lazy(() =>
  saying(import("./pages/library"), "hiring", "asks", "admin").then((m) => m.Route),
);
const texts = createRoute({ getParentRoute: () => root, path: "/settings/texts" }).lazy(() =>
  saying(import("./pages/texts"), "admin", "writing").then((m) => m.Route),
);
const text = createRoute({ getParentRoute: () => root, path: "/settings/texts/$id" }).lazy(() =>
  saying(import("./pages/text"), "admin", "writing", "experiments").then((m) => m.Route),
);
const template = createRoute({ getParentRoute: () => root, path: "/settings/mails/$key/$language" }).lazy(() =>
  saying(import("./pages/template"), "admin", "writing").then((m) => m.Route),
);
const named = (id: unknown, kind: "seq" | "stp"): id is string => typeof id === "string" && new RegExp(`^${kind}_\\w{26}$`).test(id);
/** `text`, or `sequence` and `step`: where to begin one; `variant` and `which`: the people behind one of its numbers. */
interface ExperimentSearch {
  text?: string;
  sequence?: string;
  step?: string;
  variant?: VariantKey;
  which?: Behind;
}
const experiments = createRoute({ getParentRoute: () => root, path: "/experiments" }).lazy(() =>
  saying(import("./pages/experiments"), "experiments").then((m) => m.Route),
);
const experiment = createRoute({
  getParentRoute: () => root,
  path: "/experiments/$id",
  validateSearch: only((search: Said): ExperimentSearch => {
    const variant = one(search.variant, ["a", "b", "c", "d"]) as VariantKey | undefined;
    const which = one(search.which, ["counted", "hits", "waiting", "left_out"]) as Behind | undefined;
    return {
      ...(typeof search.text === "string" && /^(txt_\w{26}|next_step)$/.test(search.text) ? { text: search.text } : {}),
      ...(named(search.sequence, "seq") && named(search.step, "stp") ? { sequence: search.sequence, step: search.step } : {}),
      ...(variant ? { variant } : {}),
      ...(which ? { which } : {}),
    };
  }),
}).lazy(() => saying(import("./pages/experiment"), "admin", "writing", "experiments").then((m) => m.Route));

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signedIn,
    day,
    interviews,
    people,
    newPerson,
    candidate,
    jobs,
    newJob,
    board,
    job,
    criteria,
    pipeline,
    jobTasks,
    shared,
    history,
    sequences,
    newSequence,
    sequence,
    sequenceVersions,
    sequencePeople,
    sequenceDryRun,
    drop,
    inbox.addChildren([noThread, thread]),
    review,
    settings,
    members,
    audit,
    reasons,
    sending,
    suppressions,
    erasures,
    corrections,
    library,
    texts,
    text,
    template,
    experiments,
    experiment,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: RouteFailed,
  scrollRestoration: false,
});
declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
