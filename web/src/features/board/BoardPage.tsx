import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "@/api/errors";
import type { Board, BoardCard, Stage } from "@/api/model";
import { useMay } from "@/api/queries";
import { compose } from "@/ui/compose";
import { useKeys } from "@/ui/keys";
import { useFormat } from "@/i18n/format";
import { JobGone } from "@/ui/hiring/JobGone";
import { JobHeader } from "@/ui/hiring/JobHeader";
import { answerOwed } from "@/ui/hiring/promise";
import { RefuseDialog, type Leaver } from "@/ui/hiring/RefuseDialog";
import { StageGlyph } from "@/ui/hiring/StageGlyph";
import { isEnd } from "@/ui/hiring/stages";
import { later } from "@/ui/later";
import { LoadFailed, Skeleton } from "@/ui/states";
import { AddPeople } from "./AddPeople";
import { BoardBar } from "./BoardBar";
import { BulkBar } from "./BulkBar";
import { CardMenu, type CardMenuKind } from "./CardMenu";
import { CardView } from "./CardView";
import { useCollapsed } from "./collapsed";
import { AddButton, ColumnShut, ColumnView } from "./ColumnView";
import { asked, finds, type BoardSearch } from "./filter";
import { idOf } from "./moves";
import { useActs } from "./useActs";
import { useBoard } from "./useBoard";
import { useBoardKeys } from "./useBoardKeys";
import { Welcome } from "./Welcome";

const ShareDialog = later(() => import("@/ui/hiring/ShareDialog").then((m) => m.ShareDialog));
const route = getRouteApi("/jobs/$id");

export function BoardPage() {
  const { id } = route.useParams();
  return <BoardOf key={id} id={id} />;
}
function BoardOf({ id }: { id: string }) {
  const navigate = useNavigate();
  const search = route.useSearch();
  const { owner, tag, source } = search;
  const filter = useMemo(() => asked({ owner, tag, source }), [owner, tag, source]);
  const phone = useMediaQuery("(max-width: 767px)") ?? false;
  const [collapsed, setCollapsed] = useCollapsed(id);
  const onSearch = useCallback(
    (next: BoardSearch, replace = false) => void navigate({ to: "/jobs/$id", params: { id }, search: next, replace }),
    [navigate, id],
  );
  const [ends, setEnds] = useState<ReadonlySet<string>>(new Set());
  const state = useBoard(id, filter, ends);
  const { query, board } = state;
  // Ends whose people are asked for: opened by hand, shown on the phone, or linked to.
  const wanted = useMemo(() => {
    const shown = board?.columns.filter(
      ({ stage }) =>
        isEnd(stage.kind) &&
        (phone ? stage.id === shownStage(board, search) : search.kind === stage.kind || !isCollapsed(collapsed, stage)),
    );
    return shown?.map((column) => column.stage.id).join() ?? "";
  }, [board, phone, search, collapsed]);
  useEffect(() => setEnds(new Set(wanted.split(",").filter(Boolean))), [wanted]);
  if (query.isPending) return <Skeleton />;
  if (!board) return isStatus(query.error, 404) ? <JobGone /> : <LoadFailed page error={query.error} retry={query.refetch} />;
  return <Shown {...{ id, search, onSearch, phone, collapsed, setCollapsed, state, board }} />;
}
const isCollapsed = (collapsed: Record<string, boolean>, stage: Stage): boolean => collapsed[stage.id] ?? isEnd(stage.kind);
/** The stage that a phone shows: the one asked for, else the first with somebody in it. */
function shownStage(board: Board, search: BoardSearch): string | undefined {
  const among = board.columns.filter(({ stage }) => !search.kind || stage.kind === search.kind);
  const found = among.find(({ stage }) => stage.id === search.stage) ?? among.find(({ count }) => count > 0) ?? among[0];
  return found?.stage.id;
}
/** Who is considered still: nobody else is shown to anyone. */
const considered = (card: BoardCard): boolean => !isEnd(card.application.stage_kind);
interface Drawn {
  column: Board["columns"][number];
  cards: BoardCard[];
}
/** Columns that are put aside stand together where they follow each other, one above the other. */
function grouped(columns: Drawn[], shut: (stage: Stage) => boolean): { ends: boolean; columns: Drawn[] }[] {
  const groups: { ends: boolean; columns: Drawn[] }[] = [];
  for (const one of columns) {
    const ends = shut(one.column.stage);
    const last = groups.at(-1);
    if (ends && last?.ends && isEnd(one.column.stage.kind) === isEnd(last.columns[0]?.column.stage.kind ?? "new")) last.columns.push(one);
    else groups.push({ ends, columns: [one] });
  }
  return groups;
}
interface ShownProps {
  id: string;
  search: BoardSearch;
  onSearch: (search: BoardSearch, replace?: boolean) => void;
  phone: boolean;
  collapsed: Record<string, boolean>;
  setCollapsed: (stage: string, shut: boolean) => void;
  state: ReturnType<typeof useBoard>;
  board: Board;
}
function Shown({ id, search, onSearch, phone, collapsed, setCollapsed, state, board }: ShownProps) {
  const { t } = useTranslation();
  const f = useFormat();
  const navigate = useNavigate();
  const may = {
    move: useMay("move_people"),
    edit: useMay("edit_people"),
    job: useMay("edit_jobs"),
    note: useMay("write_notes"),
    share: useMay("share_people"),
  };
  const acts = useActs(id, board, state);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [floating, setFloating] = useState<{ on: string; what: CardMenuKind } | null>(null);
  const [bulk, setBulk] = useState<"stage" | "tag" | null>(null);
  const [sharing, setSharing] = useState<BoardCard[] | null>(null);
  const [leaving, setLeaving] = useState<{ cards: BoardCard[]; side: "ours" | "theirs" } | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const find = search.find ?? "";
  const columns = useMemo(
    () =>
      board.columns
        .filter(({ stage }) => !search.kind || stage.kind === search.kind)
        .map((column) => ({
          column,
          cards: find ? column.cards.filter(({ person }) => finds(find, person.name, person.headline)) : column.cards,
        })),
    [board.columns, search.kind, find],
  );
  const all = useMemo(() => new Map(board.columns.flatMap((c) => c.cards.map((card) => [idOf(card), card] as const))), [board.columns]);
  const cardsOf = useCallback((ids: Iterable<string>) => [...ids].flatMap((one) => all.get(one) ?? []), [all]);
  const shut = (stage: Stage) => !phone && !search.kind && isCollapsed(collapsed, stage);
  const shown = shownStage(board, search);
  const stages = board.job.stages;
  const move = (cards: BoardCard[], stage: Stage, actions = true) => {
    setSelected(new Set());
    acts.move(cards, stage, actions);
  };
  const meet = (person: string) =>
    void navigate({ to: "/people/$id", params: { id: person }, search: { tab: "timeline", meet: "new", job: id } });
  const keys = useBoardKeys({
    columns: columns.filter(({ column }) => (phone ? column.stage.id === shown : !shut(column.stage))),
    stages,
    selected,
    setSelected,
    cardsOf,
    move: may.move ? move : undefined,
    open: (what, on) => {
      if (what === "note" ? may.note : what === "tag" ? may.edit : may.move)
        if (on) setFloating({ on, what });
        else if (what !== "note") setBulk(what);
    },
    meet: may.move ? meet : undefined,
    find: () => document.getElementById("find-board")?.focus(),
  });
  const { cursor, setCursor, select } = keys;
  const mails = useMay("write_mails");
  const mail = (cards: BoardCard[]) =>
    cards.length > 0 &&
    compose.open({ people: cards.map((one) => ({ id: idOf(one), name: one.person.name ?? t("people.noName") })), jobId: id });
  useKeys(
    { e: () => mails && mail(cardsOf(selected.size > 0 ? selected : cursor ? [cursor] : [])) },
    { help: mails ? { e: "keys.mail" } : {} },
  );
  const along = useCallback((one: string) => (selected.has(one) ? [...selected] : [one]), [selected]);
  const drop = (ids: string[], stage: string) => {
    const to = stages.find((one) => one.id === stage);
    if (!to) return;
    if (to.kind === "closed") setLeaving({ cards: cardsOf(ids), side: "ours" });
    else move(cardsOf(ids), to);
  };
  const takes = (ids: string[], stage: string) => cardsOf(ids).some((card) => card.application.stage_id !== stage);
  const late = [...all.values()].filter((card) => answerOwed(card.application, new Date())?.state === "late").length;
  const open = board.columns.reduce((sum, { stage, count }) => sum + (isEnd(stage.kind) ? 0 : count), 0);
  const title = f.said(board.job.title);
  useEffect(() => {
    document.title = `${title} · Vivier`;
  }, [title]);
  useEffect(
    () => setSelected((now) => (cardsOf(now).length === now.size ? now : new Set([...now].filter((one) => all.has(one))))),
    [all, cardsOf],
  );
  const card = (one: BoardCard) => (
    <CardView
      card={one}
      draggable={may.move && !phone}
      selectable={may.move}
      selected={selected.has(idOf(one))}
      selecting={selected.size > 0}
      cursor={cursor === idOf(one)}
      failure={state.failures.get(idOf(one))}
      onSelect={select}
      onPoint={setCursor}
      onMenu={may.move ? (on) => setFloating({ on, what: "stage" }) : undefined}
      along={along}
      floating={
        floating?.on === idOf(one) ? (
          <CardMenu
            card={one}
            what={floating.what}
            stages={stages}
            onClose={() => {
              setFloating(null);
              keys.refocus();
            }}
            onOpen={(what) => setFloating({ on: idOf(one), what })}
            onMove={(stage, does) => move([one], stage, does)}
            onLeave={(side) => setLeaving({ cards: [one], side })}
            onReopen={() => acts.reopen([one])}
            onOwn={(owner) => acts.own([one], owner)}
            onTag={may.edit ? (tag) => acts.tag([one], tag) : undefined}
            notes={may.note}
            onMail={mails ? () => mail([one]) : undefined}
            onSelect={() => select(idOf(one), false)}
            onMeet={() => meet(idOf(one))}
          />
        ) : null
      }
    />
  );
  const chosen = cardsOf(selected);
  const places = new Set(chosen.map((one) => one.application.stage_id));
  const takesPeople = may.move && (board.job.state === "open" || board.job.state === "draft");
  const nobody = board.columns.every(({ count }) => count === 0);
  const first = stages.find((stage) => !stage.leaving_to);
  const add = (stage: Stage) => (
    <AddPeople
      jobId={id}
      stage={stage.id}
      inJob={all}
      opened={adding === stage.id}
      onClose={() => setAdding(null)}
      target={<AddButton name={f.said(stage.name)} onClick={() => setAdding(stage.id)} />}
    />
  );
  return (
    <>
      <JobHeader job={board.job} open={open} tab="board">
        {takesPeople && first && (
          <AddPeople
            jobId={id}
            inJob={all}
            opened={adding === "job"}
            onClose={() => setAdding(null)}
            target={
              <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding("job")}>
                {t("people.add")}
              </Button>
            }
          />
        )}
      </JobHeader>
      <BoardBar search={search} late={late} looking={state.looking} onSearch={onSearch} />
      {phone && (
        <nav className="phone-stages" aria-label={t("board.stages")}>
          {columns.map(({ column }) => (
            <button
              key={column.stage.id}
              type="button"
              aria-current={column.stage.id === shown || undefined}
              data-on={column.stage.id === shown || undefined}
              onClick={() => onSearch({ ...search, stage: column.stage.id }, true)}
            >
              <StageGlyph kind={column.stage.kind} />
              {f.said(column.stage.name)}
              <span className="num meta">{f.number(column.count)}</span>
            </button>
          ))}
        </nav>
      )}
      {nobody && <Welcome job={board.job} takes={takesPeople} onAdd={() => setAdding("job")} />}
      {!nobody && (
        <div className="board scroll" tabIndex={0} role="region" aria-label={t("jobs.tab_board")}>
          {grouped(columns, shut).map((group) =>
            group.ends ? (
              <div className="col-ends" key={group.columns[0]?.column.stage.id}>
                {group.columns.map(({ column }) => (
                  <ColumnShut
                    key={column.stage.id}
                    column={column}
                    takes={takes}
                    onDrop={drop}
                    onOpen={(stage) => setCollapsed(stage, false)}
                  />
                ))}
              </div>
            ) : (
              group.columns.map(({ column, cards }) => (
                <ColumnView
                  key={column.stage.id}
                  jobId={id}
                  column={column}
                  cards={cards}
                  shown={column.stage.id === shown}
                  filtered={Boolean(find || search.owner || search.tag || search.source)}
                  cursor={cursor}
                  step={keys.step}
                  growing={state.growing.has(column.stage.id)}
                  render={card}
                  add={takesPeople && !isEnd(column.stage.kind) && !column.stage.leaving_to ? add(column.stage) : null}
                  edits={may.job}
                  takes={takes}
                  onDrop={drop}
                  onMore={state.more}
                  onCollapse={(stage) => setCollapsed(stage, true)}
                  onSelectAll={may.move ? (those) => setSelected(new Set([...selected, ...those.map(idOf)])) : undefined}
                />
              ))
            ),
          )}
        </div>
      )}
      {selected.size > 0 && may.move && (
        <BulkBar
          count={selected.size}
          stages={stages}
          at={places.size === 1 ? [...places][0] : undefined}
          open={bulk}
          onOpen={setBulk}
          onMove={(stage, does) => move(chosen, stage, does)}
          onRefuse={() => setLeaving({ cards: chosen, side: "ours" })}
          onWithdraw={() => setLeaving({ cards: chosen, side: "theirs" })}
          onTag={may.edit ? (tag) => acts.tag(chosen, tag) : undefined}
          onShare={may.share && chosen.some(considered) ? () => setSharing(chosen.filter(considered)) : undefined}
          onMail={mails ? () => mail(chosen) : undefined}
          onClear={() => setSelected(new Set())}
        />
      )}
      {sharing && (
        <ShareDialog
          jobId={id}
          people={sharing.map((one) => ({ id: idOf(one), name: one.person.name ?? t("people.noName") }))}
          onClose={() => setSharing(null)}
        />
      )}
      {leaving && (
        <RefuseDialog
          jobId={id}
          side={leaving.side}
          people={leaving.cards.map((one): Leaver => ({
            id: idOf(one),
            name: one.person.name ?? t("people.noName"),
            kind: one.application.stage_kind,
          }))}
          onClose={() => setLeaving(null)}
          onRefuse={(parts, detail) => {
            setSelected(new Set());
            acts.refuse(leaving.cards, parts, detail);
          }}
          onWithdraw={(_, withdrawal) => {
            setSelected(new Set());
            acts.withdraw(leaving.cards, withdrawal);
          }}
        />
      )}
    </>
  );
}
