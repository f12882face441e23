import { vi } from "vitest";
import { turnClock } from "./clock";
import { setLogLevel } from "./log";

/** Before each test file that shares its process with others: what the one before may have left turned or set. */
const kept = globalThis as typeof globalThis & { ampdeskFirstEnv?: NodeJS.ProcessEnv };
kept.ampdeskFirstEnv ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in kept.ampdeskFirstEnv)) delete process.env[name];
Object.assign(process.env, kept.ampdeskFirstEnv);
turnClock(0);
setLogLevel("info");
vi.restoreAllMocks();
