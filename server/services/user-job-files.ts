import type { Actor } from "@/lib/domain/actor";
import { type Column, exportChunks, exportName } from "@/lib/domain/exports";
import { IMPORT_COLUMNS, REASON_COLUMN } from "@/lib/domain/user-import";
import { doneSteps, inverseSteps } from "@/lib/domain/user-jobs";
import { audited } from "@/server/audit/audited";
import { now } from "@/server/platform/clock";
import { everyRow, rowPortions, type StoredRow } from "@/server/register/row-store";
import type { ExportFile } from "./exports";
import { ownJob } from "./user-jobs";

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

/** What was done, user by user, with the steps that would take it back. */
export async function downloadUndo(actor: Actor, jobId: string): Promise<{ name: string; text: string }> {
  const job = await ownJob(actor, jobId);
  const rows = [];
  for await (const row of everyRow(job.id)) {
    const done = doneSteps(row);
    if (done.length === 0) continue;
    const { number, name, userId } = row;
    const undo = inverseSteps(row, "archive");
    const stays = done.filter(({ kind }) => kind === "add-gaid");
    rows.push({ row: number, name, user: userId, done, undo, stays });
  }
  const { about, requestedBy, createdAt, startedAt, finishedAt } = job;
  const head = { environment: actor.environment, job: job.id, about, requestedBy };
  const file = { ...head, createdAt, startedAt, finishedAt, writtenAt: now(), rows };
  return { name: `ampdesk-undo-${job.id.slice(0, 8)}.json`, text: JSON.stringify(file, null, 1) };
}
