"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { Result } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { routes } from "@/lib/routes";
import { currentActor } from "@/server/auth/actor";
import { clearSessionCookie, readSessionSecret, writeSessionCookie } from "@/server/auth/next-auth";
import { parseInput, toErrorView } from "@/server/doors/result";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { signIn, signOut } from "@/server/services/sign-in";

const text = (message: string) => z.string().trim().min(1, message).max(500);
const environment = z.enum(["live", "testnet", "sandbox"], { error: errorsText.chooseEnvironment });

const SignInInput = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("password"),
    environment,
    username: text(errorsText.enterUsername),
    password: z.string().min(1, errorsText.enterPassword).max(500),
  }),
  z.object({ method: z.literal("token"), environment, token: text(errorsText.enterToken) }),
]);

/** Signs in at AMP and puts the session into the cookie. The one action without a session. */
export async function signInAction(raw: z.input<typeof SignInInput>): Promise<Result<null>> {
  const requestId = newRequestId();
  return withRequestId(requestId, async () => {
    try {
      await writeSessionCookie(await signIn(parseInput(SignInInput, raw)));
      return { ok: true, data: null };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: toErrorView(error, requestId) };
    }
  });
}

/** Ends the session on the server, then removes the cookie. */
export async function signOutAction(): Promise<void> {
  const secret = await readSessionSecret();
  if (secret) await withRequestId(newRequestId(), async () => signOut(await currentActor(), secret));
  await clearSessionCookie();
  redirect(routes.signIn());
}
