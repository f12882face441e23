"use server";

import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";
import { defineAction } from "@/server/doors/define-action";
import { fields } from "@/server/doors/result";
import { revealBlinders } from "@/server/services/revealed-blinders";

export const revealBlindersAction = defineAction(
  z.object({ assetUuid: fields.assetUuid, txid: hex64 }),
  revealBlinders,
);
