"use server";

import { z } from "zod";
import { sandboxWorldsText } from "@/lib/messages/sandbox-worlds";
import { defineAction } from "@/server/doors/define-action";
import { beginAnew, forgetWorld, keepWorld, restoreWorld } from "@/server/services/sandbox-worlds";

const one = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, { error: () => sandboxWorldsText.make.badName }),
});

export const keepWorldAction = defineAction(one, keepWorld);
export const restoreWorldAction = defineAction(one, restoreWorld);
export const forgetWorldAction = defineAction(one, forgetWorld);
export const beginAnewAction = defineAction(z.object({ seed: z.string().regex(/^[\w-]{1,60}$/) }), beginAnew);
