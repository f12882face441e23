import "server-only";
import { cookies } from "next/headers";
import { deskEnv } from "@/server/platform/env";
import { ATTEMPT_MINUTES } from "./attempt-store";

const isHttps = () => deskEnv().AMPDESK_URL?.startsWith("https://") ?? false;

/** The names must not begin with the desk's own cookie's: Auth.js would take them for parts of it. */
const nameOf = (kind: "session" | "attempt") => {
  const name = kind === "session" ? "ampdesk-portal" : "ampdesk-portal-sign-in";
  return isHttps() ? `__Host-${name}` : name;
};

/** Lax: people come back from the verification partner by a link. */
const options = (maxAge: number) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps(), maxAge }) as const;

const read = async (kind: "session" | "attempt") => (await cookies()).get(nameOf(kind))?.value || null;

export const readPortalCookie = (): Promise<string | null> => read("session");
export const readAttemptCookie = (): Promise<string | null> => read("attempt");

export async function writePortalCookie(secret: string): Promise<void> {
  const jar = await cookies();
  jar.set(nameOf("session"), secret, options(deskEnv().PORTAL_SESSION_HOURS * 3600));
  jar.set(nameOf("attempt"), "", options(0));
}

export async function writeAttemptCookie(secret: string): Promise<void> {
  (await cookies()).set(nameOf("attempt"), secret, options(ATTEMPT_MINUTES * 60));
}

export async function clearPortalCookie(): Promise<void> {
  (await cookies()).set(nameOf("session"), "", options(0));
}
