import { now } from "./clock";

type Level = "debug" | "info" | "warn" | "error";
const ORDER: Level[] = ["debug", "info", "warn", "error"];
let threshold: Level = "info";

export function setLogLevel(level: Level): void {
  threshold = level;
}

/**
 * One JSON line per event. Fields are named by the caller one by one; whole requests, answers and headers are
 * never passed in, because they carry secrets.
 */
function write(level: Level, event: string, fields: Record<string, unknown> = {}): void {
  if (ORDER.indexOf(level) < ORDER.indexOf(threshold)) return;
  const line = JSON.stringify({ at: now().toISOString(), level, event, ...fields }, (_, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  process[level === "error" || level === "warn" ? "stderr" : "stdout"].write(`${line}\n`);
}

export const log = {
  debug: (event: string, fields?: Record<string, unknown>) => write("debug", event, fields),
  info: (event: string, fields?: Record<string, unknown>) => write("info", event, fields),
  warn: (event: string, fields?: Record<string, unknown>) => write("warn", event, fields),
  error: (event: string, fields?: Record<string, unknown>) => write("error", event, fields),
};
