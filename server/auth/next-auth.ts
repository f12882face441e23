import "server-only";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { deskEnv } from "@/server/platform/env";
import { log } from "@/server/platform/log";
import { findActor } from "./store";

declare module "next-auth" {
  interface Session {
    secret: string;
  }
}

/**
 * The one module that knows next-auth. The service has already asked AMP and opened the session row; what comes in
 * here is that session's secret, which becomes the encrypted cookie's only content.
 */
const handlers = NextAuth(() => {
  const env = deskEnv();
  const isHttps = env.AMPDESK_URL?.startsWith("https://") ?? false;
  return {
    secret: env.AUTH_SECRET,
    trustHost: true,
    session: { strategy: "jwt", maxAge: env.AMPDESK_SESSION_HOURS * 3600 },
    pages: { signIn: "/sign-in" },
    cookies: {
      sessionToken: {
        // Auth.js takes every cookie whose name starts with this one for a part of it: no other may (lib/theme.ts).
        name: isHttps ? "__Host-ampdesk-session" : "ampdesk-session",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
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
      session: ({ session, token }) => ({ expires: session.expires, secret: String(token.secret ?? "") }),
    },
  };
});

/** The session secret of this request's cookie, or null. */
export async function readSessionSecret(): Promise<string | null> {
  const session = await handlers.auth();
  return session?.secret || null;
}

/** Puts the session's secret into this answer's cookie. */
export const writeSessionCookie = (secret: string): Promise<void> =>
  handlers.signIn("credentials", { secret, redirect: false });

/** Removes this answer's cookie. */
export async function clearSessionCookie(): Promise<void> {
  await handlers.signOut({ redirect: false });
}
