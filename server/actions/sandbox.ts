"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { sandboxText } from "@/lib/messages/sandbox";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import {
  changeBlockInterval,
  fundWallet,
  mineBlocks,
  pauseBlocks,
  reorganiseChain,
  turnClock,
} from "@/server/services/sandbox-chain";

export const mineBlocksAction = defineAction(z.object({ blocks: z.int().min(1).max(100) }), mineBlocks);

export const changeBlockIntervalAction = defineAction(
  z.object({ seconds: z.number().min(0).max(3600) }),
  changeBlockInterval,
);

export const pauseBlocksAction = defineAction(z.object({ paused: z.boolean() }), pauseBlocks);

const depth = z.int({ error: () => sandboxText.reorganise.enterDepth });
export const reorganiseAction = defineAction(
  z.object({
    blocks: depth
      .min(1, { error: () => sandboxText.reorganise.enterDepth })
      .max(100, { error: () => sandboxText.reorganise.enterDepth }),
    conflict: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100),
    remine: z.boolean(),
  }),
  reorganiseChain,
);

/** A hundred years either way; the sandbox knows its own bounds. */
const CENTURY_S = 3_155_760_000;
const seconds = z
  .number({ error: () => sandboxText.clock.enterNumber })
  .min(-CENTURY_S, { error: () => sandboxText.clock.enterNumber })
  .max(CENTURY_S, { error: () => sandboxText.clock.enterNumber });
export const turnClockAction = defineAction(
  z.union([
    z.object({ to: z.date() }),
    z.object({ offsetSeconds: seconds }),
    z.object({ advanceSeconds: seconds }),
  ]),
  turnClock,
);

export const fundWalletAction = defineAction(
  z.object({
    intentId: fields.intentId,
    wallet: z.string().min(1).max(200),
    amount: z
      .string()
      .trim()
      .min(1, { error: () => errorsText.enterAmount })
      .max(40, { error: () => errorsText.tooLong }),
  }),
  fundWallet,
);
