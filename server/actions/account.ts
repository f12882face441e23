"use server";

import { z } from "zod";
import { errorsText } from "@/lib/messages/errors";
import { sessionSecret } from "@/server/auth/actor";
import { defineAction } from "@/server/doors/define-action";
import { changePassword, endOneSession, endOthers, refreshToken } from "@/server/services/account";

// A password may begin or end with a space.
const password = z
  .string()
  .min(1, { error: () => errorsText.enterPassword })
  .max(500, { error: () => errorsText.tooLong });

export const endSessionAction = defineAction(z.object({ sessionId: z.uuid() }), endOneSession);

export const endOtherSessionsAction = defineAction(z.object({}), async (actor) =>
  endOthers(actor, await sessionSecret()),
);

export const refreshTokenAction = defineAction(z.object({}), refreshToken);

export const changePasswordAction = defineAction(
  z.object({ current: password, password, repeat: password }),
  async (actor, input) => changePassword(actor, await sessionSecret(), input),
);
