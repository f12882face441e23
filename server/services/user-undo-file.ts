import { randomUUID, timingSafeEqual } from "node:crypto";
import {
  readUndoEnd,
  readUndoHead,
  readUndoRow,
  type UndoFileHead,
  type UndoFileRow,
} from "@/lib/contracts/undo-file";
import type { Actor } from "@/lib/domain/actor";
import { MAX_IMPORT_ROWS } from "@/lib/domain/user-import";
import type { CreatedEnd } from "@/lib/domain/user-jobs";
import { planUndo } from "@/lib/domain/user-undo";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { userUndoText as text } from "@/lib/messages/user-undo";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { currentRequestId } from "@/server/platform/request-context";
import { inStoredWords } from "@/server/platform/stored-words";
import { findJob, findUndo, insertJob } from "@/server/register/job-store";
import { signer } from "@/server/vault/cipher";
import { allCategories } from "./categories";
import { unzippedLines } from "./unzipped-lines";
import { usersAmong } from "./users";

interface UndoFileInput {
  intentId: string;
  /** The file as the desk wrote it, compressed with gzip. */
  file: File;
  fileName: string;
  created: CreatedEnd;
}

/**
 * Takes the undo file of a bulk change in: stores what it would take back, row by row, for a person to look at and apply.
 * Nothing is changed at AMP. A bulk change that is still stored is undone on its own page. AMP: GET /registered_users/, GET /categories
 * @throws AppError REJECTED for a file that is none, was changed, or is of another account or environment; CONFLICT when it was
 * taken back before
 */
export async function checkUndoFile(
  actor: Actor,
  input: UndoFileInput,
): Promise<{ jobId: string; isStored: boolean }> {
  await authorize(actor, "user:write");
  const { intentId, file, fileName, created } = input;
  const { head, rows } = await readUndoFile(actor, file);
  const named = new Set(rows.map(({ user }) => user));
  const [users, categories] = await Promise.all([
    usersAmong(actor, ({ id }) => named.has(id)),
    allCategories(actor),
  ]);
  const stored = await findJob(head.job);
  if (stored?.workspaceId === actor.workspaceId) return { jobId: stored.id, isStored: true };
  const mayCategorise = may(actor.role, "category:write");
  const planned = inStoredWords(() => planUndo(rows, created, { users, categories, mayCategorise }));
  if (planned.length === 0) throw new AppError("REJECTED", userJobsText.undo.nothing);
  const content = { job: head.job, fileName, created };
  const intent = { id: intentId, workspaceId: actor.workspaceId, action: "user.undo-file", input: content };
  return once(intent, async () => {
    const id = randomUUID();
    const detail = { job: id, undoOf: head.job, count: planned.length, created };
    await audited(actor, { action: "user.job-undo-file", detail }, async () => {
      const isNew = await insertJob(
        {
          id,
          workspaceId: actor.workspaceId,
          state: "checking",
          about: { kind: "undo", created, fileName },
          undoOf: head.job,
          requestedBy: actor.personName,
          requestId: currentRequestId(),
        },
        planned,
      );
      if (!isNew) throw await undoneBefore(head.job);
    });
    return { jobId: id, isStored: false };
  });
}

async function undoneBefore(jobId: string): Promise<AppError> {
  const undo = await findUndo(jobId);
  const link = undo && { href: routes.userJob(undo.id), label: userJobsText.undo.already };
  return new AppError("CONFLICT", userJobsText.undo.exists, link ? { link } : {});
}

/** @throws AppError REJECTED unless the desk wrote it so for this very account */
export async function readUndoFile(
  actor: Actor,
  file: Blob,
): Promise<{ head: UndoFileHead; rows: UndoFileRow[] }> {
  await authorize(actor, "user:write");
  const { head, count } = await requireSigned(actor, file);
  const rows: UndoFileRow[] = [];
  let at = 0;
  for await (const line of unzippedLines(file)) {
    const row = at > 0 && at <= count ? readUndoRow(line) : null;
    if (row) rows.push(row);
    at += 1;
  }
  if (rows.length !== count) throw new AppError("REJECTED", text.changed);
  return { head, rows };
}

/** Nothing of a file is read into memory before it is known that the desk wrote it. @returns its head and how many rows it has */
async function requireSigned(actor: Actor, file: Blob): Promise<{ head: UndoFileHead; count: number }> {
  const hmac = signer("undo-file");
  let head: UndoFileHead | null = null;
  let [count, isWhole] = [0, false];
  for await (const line of unzippedLines(file)) {
    if (isWhole) throw new AppError("REJECTED", text.changed);
    const last = head && readUndoEnd(line);
    if (last) {
      const digest: Buffer = hmac.update(last.end).digest();
      isWhole = last.count === count && timingSafeEqual(digest, Buffer.from(last.signature, "hex"));
      if (!isWhole) throw new AppError("REJECTED", text.changed);
    } else {
      if (head) count += 1;
      head ??= ownHead(actor, line);
      if (count > MAX_IMPORT_ROWS) throw new AppError("REJECTED", text.tooMany(MAX_IMPORT_ROWS));
      hmac.update(`${line}\n`);
    }
  }
  if (!head || !isWhole) throw new AppError("REJECTED", head ? text.changed : text.noFile);
  return { head, count };
}

/** The account as AMP calls it: a desk that was set up anew has another workspace for it. */
function ownHead(actor: Actor, line: string): UndoFileHead {
  const head = readUndoHead(line);
  if (!head) throw new AppError("REJECTED", text.noFile);
  const { environment, account, workspace } = head;
  if (environment !== actor.environment) throw new AppError("REJECTED", text.otherEnvironment(environment));
  const isOwn = workspace === actor.workspaceId || (account !== null && account === actor.accountName);
  if (!isOwn) throw new AppError("REJECTED", text.otherWorkspace);
  return head;
}
