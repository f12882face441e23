import { vi } from "vitest";
import { log } from "./log";

interface Line {
  event: string;
  [field: string]: unknown;
}

/** What was logged meanwhile, for a test that brings it about: it says that the line was due, instead of printing it. */
export async function loggedBy(level: "warn" | "error", work: () => Promise<unknown>): Promise<Line[]> {
  const spy = vi.spyOn(log, level).mockImplementation(() => {});
  try {
    await work();
    return spy.mock.calls.map(([event, fields]) => ({ event, ...fields }));
  } finally {
    spy.mockRestore();
  }
}
