"use server";

import { z } from "zod";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { defineInvestorAction } from "@/server/doors/define-investor-action";
import * as chain from "@/server/services/invest-chain";

const chainId = z.int().positive();
const campaign = z.string().max(100, { error: () => text.campaignWrong });

export const requestCoins = defineInvestorAction(
  z.object({ chainId, reCaptchaToken: z.string().max(10_000).nullable() }),
  chain.requestCoins,
);

export const orderAutoInvest = defineInvestorAction(
  z.object({ chainId, campaign, amount: z.bigint().positive({ error: () => text.amountWrong }) }),
  chain.orderAutoInvest,
);

export const cancelAutoInvest = defineInvestorAction(z.object({ chainId, campaign }), chain.cancelAutoInvest);
