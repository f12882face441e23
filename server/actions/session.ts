"use server";

import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { ErrorView, Result } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { routes, safeNext } from "@/lib/routes";
import { currentActor, requireActor, sessionSecret } from "@/server/auth/actor";
import { clearSessionCookie, readSessionSecret, writeSessionCookie } from "@/server/auth/next-auth";
import { throughDoor } from "@/server/doors/action-door";
import { withOrigin } from "@/server/doors/origin";
import { fields, parseInput, toErrorView } from "@/server/doors/result";
import { newRequestId } from "@/server/platform/request-id";
import { endPreview, startPreview } from "@/server/services/preview";
import { signIn, signOut } from "@/server/services/sign-in";

const text = (error: () => string) =>
  z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(500, { error: () => errorsText.tooLong });
const environment = z.enum(["live", "testnet", "sandbox"], { error: () => errorsText.chooseEnvironment });

const SignInInput = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("password"),
    environment,
    username: text(() => errorsText.enterUsername),
    // A password may begin or end with a space.
    password: z
      .string({ error: () => errorsText.enterPassword })
      .min(1, { error: () => errorsText.enterPassword })
      .max(500, { error: () => errorsText.tooLong }),
  }),
  z.object({ method: z.literal("token"), environment, token: text(() => errorsText.enterToken) }),
]);

/**
 * Signs in at AMP and puts the session into the cookie; the one action without a session. A form's action, so that it
 * works, as a POST, before any script has loaded.
 * @returns the refusal; success leads to the page that was asked for
 */
export async function signInAction(_: ErrorView | null, form: FormData): Promise<ErrorView | null> {
  const requestId = newRequestId();
  const refusal = await withOrigin(requestId, async () => {
    try {
      await writeSessionCookie(await signIn(parseInput(SignInInput, Object.fromEntries(form))));
      return null;
    } catch (error) {
      unstable_rethrow(error);
      return toErrorView(error, requestId);
    }
  });
  if (refusal) return refusal;
  const next = form.get("next");
  redirect(safeNext(typeof next === "string" ? next : undefined));
}

/** Has an issuer see the desk as one of their managers. Every other door of theirs is shut until it ends. */
export async function startPreviewAction(input: { managerId: number }): Promise<Result<void>> {
  return throughDoor(async () => {
    const { managerId } = parseInput(z.object({ managerId: fields.id }), input);
    await startPreview(await requireActor(), await sessionSecret(), managerId);
  });
}

/** A form's action, so that it works before any script has loaded. */
export async function endPreviewAction(): Promise<void> {
  const secret = await readSessionSecret();
  const actor = await currentActor();
  if (secret) await endPreview(secret);
  // Otherwise the frame around the next page, which both ways of looking share, would stay the manager's.
  revalidatePath("/", "layout");
  redirect(actor?.preview ? routes.manager(actor.preview.managerId) : routes.overview);
}

/** Ends the session on the server, then removes the cookie. */
export async function signOutAction(): Promise<void> {
  const secret = await readSessionSecret();
  if (secret) await withOrigin(newRequestId(), async () => signOut(await currentActor(), secret));
  await clearSessionCookie();
  redirect(routes.signIn());
}
