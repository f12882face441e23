"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { turnOneSwitch } from "@/server/services/sandbox-switches";

export const turnSwitchAction = defineAction(
  z.object({ name: z.string().regex(/^\w{1,60}$/), on: z.boolean() }),
  turnOneSwitch,
);
