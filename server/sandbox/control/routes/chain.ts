import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import { settleHeights } from "../../amp/books";
import { unsettle } from "../../amp/unsettle";
import type { Reorganised } from "../../ledger/port";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";
import { seconds } from "../seconds";

const Tip = z.object({ height: z.int(), hash: hex64 });
const Rhythm = z.object({ seconds: z.number(), paused: z.boolean() });

const Reorganise = z.strictObject({
  blocks: z.int().min(1).max(100),
  conflict: z.array(hex64).max(100).default([]),
  remine: z.boolean().default(true),
});
const NewEnd = Tip.extend({
  blocks: z.array(Tip),
  disconnected: z.array(hex64),
  conflicted: z.array(hex64),
  winners: z.array(hex64),
});

/** Blocks: made now, made by themselves, made otherwise. */
export const chainRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/mine",
    summary: "Makes blocks; the first one takes everything that waits.",
    input: z.strictObject({ blocks: z.int().min(1).max(1000).default(1) }),
    output: Tip,
    run: async ({ world }, { blocks }) => {
      const mined = await world.write(({ ledger }) => ledger.mine(blocks));
      const { height, hash } = mined[mined.length - 1] ?? { height: 0, hash: "" };
      return { height, hash };
    },
  }),
  controlRoute({
    method: "POST",
    path: "/interval",
    summary: "Seconds between two blocks, kept over a restart; 0 = only on demand.",
    input: z.strictObject({ seconds: seconds.pipe(z.number().nonnegative().max(3600)) }),
    output: Rhythm,
    run: async ({ miner }, input) => {
      await miner.setSeconds(input.seconds);
      return { seconds: miner.seconds(), paused: miner.isPaused() };
    },
  }),
  controlRoute({
    method: "POST",
    path: "/pause",
    summary: "While paused no block comes by itself; the interval is remembered, mining on demand goes on.",
    input: z.strictObject({ paused: z.boolean() }),
    output: Rhythm,
    run: async ({ miner }, { paused }) => {
      await miner.setPaused(paused);
      return { seconds: miner.seconds(), paused: miner.isPaused() };
    },
  }),
  controlRoute({
    method: "POST",
    path: "/reorganise",
    summary:
      "Takes the newest blocks away and puts one more in their place. Their transactions are mined again, or wait when remine is false; those named in conflict, and what descends from them, lose for good against transactions that pay their inputs back.",
    input: Reorganise,
    output: NewEnd,
    run: async ({ world }, request) => view(await reorganise(world, request)),
  }),
];

/** The chain's new end, and AMP's books after it: heights of what came back are found again. */
function reorganise(world: World, request: z.output<typeof Reorganise>): Promise<Reorganised> {
  return world.write(async (unit) => {
    const end = await unit.ledger.reorganise(request);
    await unsettle(unit.db, [...new Set([...end.disconnected, ...end.conflicted])]);
    await settleHeights(unit);
    return end;
  });
}

function view({ blocks, disconnected, conflicted, winners }: Reorganised): z.infer<typeof NewEnd> {
  const tips = blocks.map(({ height, hash }) => ({ height, hash }));
  const tip = tips[tips.length - 1] ?? { height: 0, hash: "" };
  return { ...tip, blocks: tips, disconnected, conflicted, winners };
}
