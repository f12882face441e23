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
  /** Browser and system in short. */
  device?: string | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` under one request id: errors, log lines, calls of AMP and audit entries of it carry the same one. */
export const withRequestId = <T>(
  requestId: string,
  work: () => Promise<T>,
  more: Omit<RequestContext, "requestId"> = {},
): Promise<T> => storage.run({ ...more, requestId }, work);

export const currentRequestId = (): string => storage.getStore()?.requestId ?? newRequestId();

/** On whose behalf something is done now; undefined for what a process does by itself. */
export const currentContext = (): RequestContext | undefined => storage.getStore();
