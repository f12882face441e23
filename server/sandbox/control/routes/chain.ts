import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import { type ControlRoute, controlRoute } from "../route";

const Tip = z.object({ height: z.int(), hash: hex64 });

/** Blocks: made now, made by themselves. */
export const chainRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/mine",
    summary: "Makes blocks; the first one takes everything that waits.",
    input: z.object({ blocks: z.int().min(1).max(1000).default(1) }),
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
    summary: "Seconds between two blocks; 0 = only on demand.",
    input: z.object({ seconds: z.coerce.number().nonnegative().max(3600) }),
    output: z.object({ seconds: z.number() }),
    run: async ({ miner }, { seconds }) => {
      miner.setSeconds(seconds);
      return { seconds };
    },
  }),
];
