"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { takeGaidAddress } from "@/server/services/gaids";

export const takeGaidAddressAction = defineAction(z.object({ gaid: z.string().max(64) }), takeGaidAddress);
