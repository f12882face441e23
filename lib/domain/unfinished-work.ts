import type { Route } from "next";
import type { BatchKind } from "./assignment-batch";
import type { JobAbout } from "./assignment-jobs";
import type { UserJobState } from "./user-jobs";

/** Lists that somebody began and that are not at their end: bulk changes of users and of assignments, batches of assignments. */

export interface OpenJob {
  id: string;
  kind: JobAbout["kind"];
  /** Of a job of assignments. */
  assetUuid: string | null;
  state: UserJobState;
  requestedBy: string;
  /** What it says of itself while it waits. */
  problem: string | null;
  /** When it was approved, or came in. */
  begunAt: Date;
  /** Of one that is over and whose rows failed or are not known. */
  finishedAt: Date | null;
  /** Something of it is still to be carried out. */
  hasRowsToDo: boolean;
}

export interface OpenBatch {
  id: string;
  assetUuid: string;
  kind: BatchKind;
  personName: string;
  createdAt: Date;
  /** When AMP was asked for the last row that came to its end, or the approval. */
  movedAt: Date;
  /** Rows that are not at their end. */
  left: number;
  /** The worker carries it on. */
  isCarried: boolean;
  /** Something is deleted at AMP and not made again. */
  isMissing: boolean;
  /** A person has to decide about such a row. */
  isStuck: boolean;
}

/** One of them in words. */
export interface Work {
  id: string;
  /** `danger`: something is gone at AMP; `waiting`: a person has to go on; `info`: it goes on by itself. */
  tone: "danger" | "waiting" | "info";
  title: string;
  detail: string;
  href: Route;
  person: string;
  begunAt: Date;
}

/** A person who approved it a moment ago sits before it still. */
export const ATTENDED_MS = 15 * 60_000;

/** The worker does the rest; what is ready without a row to apply needs nobody either. */
export const jobNeedsPerson = ({ state, hasRowsToDo }: OpenJob): boolean =>
  state === "paused" || state === "done" || (state === "ready" && hasRowsToDo);

/** A batch that was paused, that the worker may not carry on, or that it tries in vain. */
export const batchNeedsPerson = ({ isStuck, movedAt }: OpenBatch, at: Date): boolean =>
  isStuck || at.getTime() - movedAt.getTime() > ATTENDED_MS;

/** Whether somebody else than who began the job is to be told: the worker stopped it, or it has waited for a while. */
export const isJobLeft = (job: OpenJob, at: Date): boolean =>
  jobNeedsPerson(job) &&
  (job.state === "done" || job.problem !== null || at.getTime() - job.begunAt.getTime() > ATTENDED_MS);
