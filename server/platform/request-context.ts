import { AsyncLocalStorage } from "node:async_hooks";
import { newRequestId } from "./request-id";

const storage = new AsyncLocalStorage<{ requestId: string }>();

/** Runs `work` under one request id: errors, log lines and audit entries of it carry the same one. */
export const withRequestId = <T>(requestId: string, work: () => Promise<T>): Promise<T> =>
  storage.run({ requestId }, work);

export const currentRequestId = (): string => storage.getStore()?.requestId ?? newRequestId();
