"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { readCopyAgain } from "@/server/services/copies";

export const readCopyAgainAction = defineAction(
  z.discriminatedUnion("list", [
    z.object({ list: z.literal("users") }),
    z.object({ list: z.literal("categories") }),
    z.object({ list: z.literal("request"), requestId: z.uuid() }),
    z.object({
      list: z.enum(["utxos", "assignments", "owners", "eligibility", "distributions"]),
      assetUuid: z.uuid(),
    }),
  ]),
  readCopyAgain,
);
