import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { POLL_HEADER } from "@/lib/poll";
import { routes } from "@/lib/routes";
import { readSessionSecret } from "./next-auth";
import { findActor } from "./store";

/**
 * Who is asking, looked up in PostgreSQL once per request; null when nobody is signed in. What a page reads by itself
 * does not put off the idle limit.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const secret = await readSessionSecret();
  if (!secret) return null;
  const isPoll = (await headers()).has(POLL_HEADER);
  return findActor(secret, { touches: !isPoll });
});

/** Of the session that asks; whoever is signed in has one. @throws AppError UNAUTHENTICATED */
export async function sessionSecret(): Promise<string> {
  const secret = await readSessionSecret();
  if (secret) return secret;
  throw new AppError("UNAUTHENTICATED", errorsText.sessionEnded);
}

/** For actions and GET routes. @throws AppError UNAUTHENTICATED */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  throw new AppError("UNAUTHENTICATED", errorsText.sessionEnded);
}

/** For pages: whoever is not signed in is sent to sign-in. */
export async function pageActor(): Promise<Actor> {
  const actor = await currentActor();
  return actor ?? (await toSignIn());
}

/** For pages: sends the person to sign-in and back to where they wanted to go. */
export async function toSignIn(): Promise<never> {
  const path = (await headers()).get("x-ampdesk-path") ?? routes.overview;
  redirect(routes.signIn(path));
}
