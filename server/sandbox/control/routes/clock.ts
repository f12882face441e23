import { z } from "zod";
import { clockOffsetMs, now } from "@/server/platform/clock";
import { loadClock, storeClock } from "../../clock";
import { LedgerError } from "../../ledger/port";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";
import { seconds } from "../seconds";

const Move = z
  .strictObject({
    offset_seconds: seconds.optional(),
    set: z.iso.datetime({ offset: true }).optional(),
    advance_seconds: seconds.optional(),
  })
  .refine((move) => Object.values(move).filter((value) => value !== undefined).length === 1, {
    message: "give one of offset_seconds, set and advance_seconds",
  });
const Clock = z.object({ offset_seconds: z.number(), time: z.iso.datetime() });

/** When the chain begins, and the last second that a block header can hold. */
const [EARLIEST, LATEST] = [Date.UTC(2018, 8, 27), 0xffff_ffff * 1000];

/** The sandbox's time. */
export const clockRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/clock",
    summary:
      "Moves the sandbox's clock: to an offset from the real time, to a time, or on by some seconds. Blocks, vesting and unlocked wallets follow; a block is never earlier than the one before.",
    input: Move,
    output: Clock,
    run: ({ world }, move) => moveClock(world, move),
  }),
];

function moveClock(world: World, move: z.output<typeof Move>): Promise<z.infer<typeof Clock>> {
  return world.write(async ({ db }) => {
    const offsetMs = offsetOf(move);
    const time = Date.now() + offsetMs;
    if (!(time >= EARLIEST && time <= LATEST))
      throw new LedgerError("limit", "The clock can stand between 2018-09-27 and 2106-02-07.");
    await storeClock(db, offsetMs);
    await loadClock(db);
    return { offset_seconds: offsetMs / 1000, time: now().toISOString() };
  });
}

function offsetOf({ offset_seconds, set, advance_seconds = 0 }: z.output<typeof Move>): number {
  if (offset_seconds !== undefined) return Math.round(offset_seconds * 1000);
  if (set !== undefined) return Date.parse(set) - Date.now();
  return clockOffsetMs() + Math.round(advance_seconds * 1000);
}
