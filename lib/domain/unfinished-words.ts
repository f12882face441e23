import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { unfinishedWorkText as text } from "@/lib/messages/unfinished-work";
import { routes } from "@/lib/routes";
import { batchNeedsPerson, jobNeedsPerson, type OpenBatch, type OpenJob, type Work } from "./unfinished-work";

const { offer } = assignmentBatchesText;

/** Names no file: what people call one may tell of whom it is about. */
export function workOfJob(job: OpenJob): Work {
  const { id, assetUuid, requestedBy, begunAt } = job;
  const [title, detail] = wordsOfJob(job);
  const tone = jobNeedsPerson(job) ? "waiting" : "info";
  const href = assetUuid === null ? routes.userJob(id) : routes.assignmentJob(assetUuid, id);
  return { id, tone, title, detail, href, person: requestedBy, begunAt };
}

function wordsOfJob({ kind, state, problem, hasRowsToDo }: OpenJob): [string, string] {
  const { job, kinds } = text;
  const what = kinds[kind];
  if (state === "paused") return [job.paused(what), problem ?? job.pausedText];
  if (state === "done") return [job.failed(what), job.failedText];
  if (state !== "ready") return [job.moving(what), problem ?? job.movingText];
  return hasRowsToDo ? [job.ready(what), job.readyText] : [job.nothing(what), job.nothingText];
}

/** @param at the present */
export function workOfBatch(batch: OpenBatch, at: Date): Work {
  const { id, assetUuid, kind, personName, createdAt, left } = batch;
  const waits = batchNeedsPerson(batch, at);
  const isMissing = waits && batch.isMissing;
  const notMissing = kind === "edit" ? offer.edit : offer.create(left);
  return {
    id,
    tone: isMissing ? "danger" : waits ? "waiting" : "info",
    title: isMissing ? offer.missing : notMissing,
    detail: detailOf(batch, { waits, isMissing }),
    href: routes.assignmentBatch(assetUuid, id),
    person: personName,
    begunAt: createdAt,
  };
}

function detailOf(
  { isCarried, isStuck }: OpenBatch,
  { waits, isMissing }: { waits: boolean; isMissing: boolean },
): string {
  // While the worker tries, a person has nothing to decide yet.
  if (isCarried && !isStuck) return waits ? offer.held : offer.moving;
  return isMissing ? offer.missingText : offer.text;
}
