import { z } from "zod";
import { turnClock } from "@/server/platform/clock";
import type { SandboxDb } from "./db/client";
import { readSetting, writeSetting } from "./settings-store";

const CLOCK_KEY = "clock";
const Stored = z.object({ offsetMs: z.number() });

/** Turns the process's clock to where this world's stands. */
export async function loadClock(db: SandboxDb): Promise<void> {
  const stored = Stored.safeParse(await readSetting(db, CLOCK_KEY)).data;
  turnClock(stored?.offsetMs ?? 0);
}

/** Keeps how far the world's clock is from the real time; `loadClock` turns it. */
export const storeClock = (db: SandboxDb, offsetMs: number): Promise<void> =>
  writeSetting(db, CLOCK_KEY, { offsetMs });
