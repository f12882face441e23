import type { Actor } from "@/lib/domain/actor";
import { type Column, exportChunks, exportName } from "@/lib/domain/exports";
import { IMPORT_COLUMNS, REASON_COLUMN } from "@/lib/domain/user-import";
import { doneSteps, inverseSteps } from "@/lib/domain/user-jobs";
import { audited } from "@/server/audit/audited";
import { now } from "@/server/platform/clock";
import { rowPortions, type StoredRow } from "@/server/register/row-store";
import type { ExportFile } from "./exports";
import { ownJob, toUserRow } from "./user-jobs";

/** As the import had them, so that the file can be sent again once it is mended. */
const REFUSED_COLUMNS: Column<StoredRow>[] = [
  ...IMPORT_COLUMNS.map((name, place) => ({
    name,
    read: (row: StoredRow) => row.cells?.[place] ?? (name === "name" ? row.name : ""),
  })),
  { name: REASON_COLUMN, read: ({ problem }) => problem },
];

/** The rows of an import that its check refused, each with the reason. */
export async function downloadRefused(actor: Actor, jobId: string): Promise<ExportFile> {
  const job = await ownJob(actor, jobId);
  const entry = { action: "export.downloaded", detail: { list: "refused-rows", format: "csv", job: job.id } };
  return audited(actor, entry, async () => ({
    name: exportName(["ampdesk", actor.environment, "refused", job.id.slice(0, 8)], now(), "csv"),
    format: "csv",
    chunks: exportChunks("csv", REFUSED_COLUMNS, [], rowPortions(job.id, ["refused"])),
  }));
}

/**
 * What was done, user by user, with the steps that would take it back: for people to read and keep. The undo itself is
 * the stored job's own, and takes no file in.
 */
export async function downloadUndoReport(actor: Actor, jobId: string): Promise<ExportFile> {
  const job = await ownJob(actor, jobId);
  const entry = { action: "export.downloaded", detail: { list: "undo-report", format: "json", job: job.id } };
  return audited(actor, entry, async () => ({
    name: exportName(["ampdesk", actor.environment, "report-for-undo", job.id.slice(0, 8)], now(), "json"),
    format: "json",
    chunks: reportOf(job, actor.environment),
  }));
}

/** Portion by portion; a file without `count` at its end was cut short. */
async function* reportOf(
  { id, about, requestedBy, createdAt, startedAt, finishedAt }: Awaited<ReturnType<typeof ownJob>>,
  environment: Actor["environment"],
): AsyncGenerator<string> {
  const head = {
    environment,
    job: id,
    about,
    requestedBy,
    createdAt,
    startedAt,
    finishedAt,
    writtenAt: now(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let count = 0;
  for await (const portion of rowPortions(id)) {
    const lines = portion.flatMap(toUndoLine);
    if (lines.length > 0) yield `${count === 0 ? "" : ","}\n${lines.join(",\n")}`;
    count += lines.length;
  }
  yield `\n],"count":${count}}\n`;
}

/** Nothing for a row of which nothing was done. */
function toUndoLine(stored: StoredRow): string[] {
  const row = toUserRow(stored);
  const done = doneSteps(row);
  if (done.length === 0) return [];
  const { number, name, userId } = row;
  const stays = done.filter(({ kind }) => kind === "add-gaid");
  return [
    JSON.stringify({ row: number, name, user: userId, done, undo: inverseSteps(row, "archive"), stays }),
  ];
}
