import { signedEnd, undoFileEnd, undoFileHead } from "@/lib/contracts/undo-file";
import type { Actor } from "@/lib/domain/actor";
import { type Column, exportChunks, exportName } from "@/lib/domain/exports";
import { IMPORT_COLUMNS, REASON_COLUMN } from "@/lib/domain/user-import";
import { doneSteps, inverseSteps, type UserJobAbout } from "@/lib/domain/user-jobs";
import { audited } from "@/server/audit/audited";
import { now } from "@/server/platform/clock";
import type { StoredJob } from "@/server/register/job-store";
import { rowPortions, type StoredRow } from "@/server/register/row-store";
import { signer } from "@/server/vault/cipher";
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
 * What was done, user by user, with the steps that would take it back: for people to read and keep, and signed, so that
 * `checkUndoFile` takes it in again when the job is no longer there.
 */
export async function downloadUndoFile(actor: Actor, jobId: string): Promise<ExportFile> {
  const job = await ownJob(actor, jobId);
  const entry = { action: "export.downloaded", detail: { list: "undo-file", format: "json", job: job.id } };
  return audited(actor, entry, async () => ({
    name: exportName(["ampdesk", actor.environment, "undo", job.id.slice(0, 8)], now(), "json"),
    format: "json",
    chunks: signed(linesOf(job, actor)),
  }));
}

/** Portion by portion; what comes last is the end that is signed. */
async function* linesOf(
  { id, about, requestedBy, createdAt, startedAt, finishedAt }: StoredJob<UserJobAbout>,
  { environment, accountName, workspaceId }: Actor,
): AsyncGenerator<string> {
  const head = { environment, account: accountName, workspace: workspaceId, job: id };
  yield undoFileHead(head, { about, requestedBy, createdAt, startedAt, finishedAt, writtenAt: now() });
  let count = 0;
  for await (const portion of rowPortions(id)) {
    const lines = portion.flatMap(toUndoLine);
    if (lines.length > 0) yield `${count === 0 ? "" : ",\n"}${lines.join(",\n")}`;
    count += lines.length;
  }
  if (count > 0) yield "\n";
  yield undoFileEnd(count);
}

/** The last part gets the signature over itself and everything before it: a file that was cut off has none. */
async function* signed(parts: AsyncIterable<string>): AsyncGenerator<string> {
  const hmac = signer("undo-file");
  let last: string | undefined;
  for await (const part of parts) {
    hmac.update(part);
    if (last !== undefined) yield last;
    last = part;
  }
  yield signedEnd(last ?? "", hmac.digest("hex"));
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
