/** The API's nouns, from its generated document: screens import their types from here. */
import type * as S from "./schema";

/** An answer always carries every property; the document marks those with a default as optional, for requests. */
export type Whole<T> = T extends (infer One)[]
  ? Whole<One>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> }
    : T;

export type Language = "fr" | "en";
export type Relation = "applied" | "found";
export type Visibility = "all" | "recruiters" | "me";
export type NoteKind = "note" | "call" | "interview";
export type ReviewKind = S.ReviewItemView["kind"];
export type IntakeState = "awaiting_file" | "reading" | "recorded" | "failed" | "discarded";

export type Me = Whole<S.Me>;
export type OwnSettings = S.OwnSettings;
export type Counts = Whole<S.Counts>;
export type Catalogue = Whole<S.FieldsView>;
export type Upload = Whole<S.Upload>;
export type Intake = Omit<Whole<S.IntakeView>, "state"> & { state: IntakeState };
export type Card = Whole<S.Card>;
export type Box = Whole<S.Box>;
export type Field = Whole<S.Value>;
export type Entry = Whole<S.Entry>;
export type CandidateFields = Whole<S.Fields>;
export type Candidate = Whole<S.CandidateView>;
export type Document = Whole<S.Document>;
export type Event = Whole<S.Event>;
export type Note = Whole<S.Note>;
export type NoteVersion = Whole<S.NoteVersion>;
export type CallFacts = Whole<S.CallFacts>;
export type NewNote = S.NewNote;
export type NoteEdit = S.NoteEdit;
export type NoteWarning = Whole<S.Warning>;
export type Proposal = Whole<S.Proposal>;
export type Pair = Whole<S.Pair>;
export type Absorbed = Whole<S.Absorbed>;
export type OpenedCandidate = Whole<S.CandidatePage>;
export type OpenedDocument = Whole<S.DocumentView>;
export type DocumentPage = Whole<S.PageView>;
export type Mail = Whole<S.MailView>;
export type Template = Whole<S.TemplateView>;
export type Preview = Whole<S.Rendered>;
export type ReviewItem = Whole<S.ReviewItemView>;
export type ReviewCounts = Counts["review"];

export type Member = Whole<S.ColleagueView>;
export type Words = Whole<S.Words>;
export type StageKind = S.StageKind;
export type Stage = Whole<S.Stage>;
export type StageText = S.StageText;
export type Action = Stage["actions"][number];
export type Question = Whole<S.Question>;
export type JobState = S.JobState;
export type JobWork = Whole<S.Work>;
export type Job = Whole<S.Job>;
export type JobView = Whole<S.JobView>;
export type JobCard = Whole<S.JobCard>;
export type ListedJob = Whole<S.Listed>;
export type NewJob = S.NewJob;
export type JobEdit = S.JobEdit;
export type Pay = Whole<S.PayOutput>;
export type TeamMember = Whole<S.TeamMember>;
export type TeamRole = S.TeamRole;
export type Requirement = Whole<S.Requirement>;
export type Application = Whole<S.VivierHiringModelApplication>;
export type BoardCard = Whole<S.BoardCard>;
export type Column = Whole<S.Column>;
export type Board = Whole<S.BoardPage>;
export type Pulse = Whole<S.Pulse>;
/** What became of one person of several. */
export type Done = Whole<S.Done>;

export type Refusal = S.RefusalInput;
export type Withdrawal = S.Withdrawal;
export type Letter = S.Letter;
export type TemplateKey = Letter["template"];
export type Previewed = Whole<S.Previewed>;
export type Reason = Whole<S.Reason>;
export type Closing = S.Closing;
export type Planned = Whole<S.Planned>;
export type Entering = Whole<S.Entering>;

export type CandidateEdit = S.Edited;
export type EntryEdit = S.EntryEdit;
export type NewCandidate = S.Typed;
export type Announcement = S.Announcement;
export type Sending = Whole<S.Sending>;
export type SendingRules = Whole<S.SendingRules>;
export type SendingDomain = Whole<S.SenderDomain>;
export type Suppressed = Whole<S.ListedAddress>;
