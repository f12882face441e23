import { vi } from "vitest";
import { log, setLogLevel } from "./log";

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

/** Runs a test of what must not be logged: the log at its most talkative is told to `work`, and printed nowhere. */
export async function readingLog(work: (logged: () => string) => Promise<void>): Promise<void> {
  const written: string[] = [];
  const keep = (chunk: unknown) => Boolean(written.push(String(chunk)));
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(keep),
  );
  setLogLevel("debug");
  try {
    await work(() => written.join(""));
  } finally {
    setLogLevel("error");
    for (const spy of spies) spy.mockRestore();
  }
}
