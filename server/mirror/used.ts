import { AsyncLocalStorage } from "node:async_hooks";
import type { Copy } from "./copies-store";

const storage = new AsyncLocalStorage<Map<string, Copy>>();

/** A copy is looked into, on behalf of whoever wants to tell how old what follows from it is. */
export function noteUsed(copy: Copy): void {
  storage.getStore()?.set(`${copy.workspaceId} ${copy.kind} ${copy.key}`, copy);
}

/** Runs `work` and tells which copies it looked into, each as it was served last. */
export async function withUsed<T>(work: () => Promise<T>): Promise<{ result: T; used: Copy[] }> {
  const used = new Map<string, Copy>();
  const result = await storage.run(used, work);
  return { result, used: [...used.values()] };
}
