"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { changeBlockInterval, makeInvestorWallet, mineBlocks } from "@/server/services/sandbox";

export const mineBlocksAction = defineAction(z.object({ blocks: z.int().min(1).max(100) }), mineBlocks);

export const makeInvestorWalletAction = defineAction(z.object({}), makeInvestorWallet);

export const changeBlockIntervalAction = defineAction(
  z.object({ seconds: z.int().min(0).max(3600) }),
  changeBlockInterval,
);
