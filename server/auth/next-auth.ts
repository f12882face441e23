import "server-only";
import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { getToken } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { openedOnce } from "./opened-once";
import { findActor } from "./store";

const isHttps = () => deskEnv().AMPDESK_URL?.startsWith("https://") ?? false;
/** Auth.js takes every cookie whose name starts with this one for a part of it: no other may (lib/theme.ts). */
const cookieName = () => (isHttps() ? "__Host-ampdesk-session" : "ampdesk-session");

/**
 * The one module that knows next-auth. The service has already asked AMP and opened the session row; what comes in
 * here is that session's secret, which becomes the encrypted cookie's only content.
 */
const handlers = NextAuth(() => {
  const env = deskEnv();
  return {
    secret: env.AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge: env.AMPDESK_SESSION_HOURS * 3600 },
    pages: { signIn: "/sign-in" },
    cookies: {
      sessionToken: {
        name: cookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() },
      },
    },
    // next-auth prints a stack per refused sign-in; what matters is logged by the service.
    logger: {
      error: (error) => log.warn("next-auth.error", { name: error.name }),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      Credentials({
        credentials: { secret: {} },
        async authorize({ secret }) {
          if (typeof secret !== "string" || !(await findActor(secret))) return null;
          return { id: secret };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { secret: user.id } : token),
    },
  };
});

/** The session secret of this request's cookie, or null. Every read of the desk begins here: nothing but opened. */
export async function readSessionSecret(): Promise<string | null> {
  const sealed = (await cookies()).get(cookieName())?.value;
  return sealed ? openCookie(sealed) : null;
}

/** Whether the session it names is still one, PostgreSQL is asked each time. */
const openCookie = openedOnce(async (sealed) => {
  const token = await getToken({
    req: { headers: { cookie: `${cookieName()}=${sealed}` } },
    secret: deskEnv().AUTH_SECRET,
    cookieName: cookieName(),
  });
  if (typeof token?.secret !== "string" || token.secret === "") return null;
  return { secret: token.secret, until: (token.exp ?? 0) * 1000 };
});

/** Puts the session's secret into this answer's cookie. */
export const writeSessionCookie = (secret: string): Promise<void> =>
  handlers.signIn("credentials", { secret, redirect: false });

/** Removes this answer's cookie. */
export async function clearSessionCookie(): Promise<void> {
  await handlers.signOut({ redirect: false });
}
