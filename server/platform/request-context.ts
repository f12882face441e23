import { AsyncLocalStorage } from "node:async_hooks";
import { newRequestId } from "./request-id";

export interface RequestContext {
  requestId: string;
  /** The treasury operation that is carried on. */
  operationId?: string;
  /** Where it came from, as far as it can be trusted. */
  remoteAddress?: string | null;
  /** Of what somebody waits for: when it came, by `performance.now()`. */
  begunAt?: number;
  /** Of reads that a page waits for: until when each may take its time, by `performance.now()`. */
  readsUntil?: number;
  /** Browser and system in short. */
  device?: string | null;
  /** An open page read by itself; no person asked. */
  isPoll?: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` under one request id: errors, log lines, calls of AMP and audit entries of it carry the same one. */
export const withRequestId = <T>(
  requestId: string,
  work: () => Promise<T>,
  more: Omit<RequestContext, "requestId"> = {},
): Promise<T> => storage.run({ ...more, requestId }, work);

/** A page that says what is wrong is worth more than one that goes on waiting. */
const PAGE_READS_MS = 15_000;
/** What a page asks for after that, when a long list has taken its time. */
const LATE_READ_MS = 3_000;

/** For what a page waits for, from now on. */
export const pageReads = (): Pick<RequestContext, "readsUntil"> => ({
  readsUntil: performance.now() + PAGE_READS_MS,
});

/** Whether what is read is read for a page, which shows it: a change, a file and the worker's rounds go by what they read. */
export const isPageRead = (): boolean => storage.getStore()?.readsUntil !== undefined;

/** How long one read may take now; what no page waits for has no limit of its own. */
export function readLimitMs(): number {
  const until = storage.getStore()?.readsUntil;
  return until === undefined ? Number.POSITIVE_INFINITY : Math.max(until - performance.now(), LATE_READ_MS);
}

/** Begun by a page which does not wait for the end of it. */
export function unhurried<T>(work: () => T): T {
  const context = storage.getStore();
  if (context?.readsUntil === undefined) return work();
  const { readsUntil: _, ...rest } = context;
  return storage.run(rest, work);
}

export const currentRequestId = (): string => storage.getStore()?.requestId ?? newRequestId();

/** On whose behalf something is done now; undefined for what a process does by itself. */
export const currentContext = (): RequestContext | undefined => storage.getStore();
