import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { investErrorsText } from "@/lib/messages/invest-errors";
import { POLL_HEADER } from "@/lib/poll";
import { readPortalCookie } from "./cookies";
import { findPortalSession } from "./session-store";

/** X-Forwarded-For of this request as it came, or null. */
export const forwardedFor = async (): Promise<string | null> => (await headers()).get("x-forwarded-for");

/**
 * The wallet that is signed in, looked up in PostgreSQL once per request; null when none is. What a page reads by itself
 * does not put off the idle limit.
 */
export const currentInvestor = cache(async (): Promise<Investor | null> => {
  const secret = await readPortalCookie();
  if (!secret) return null;
  const isPoll = (await headers()).has(POLL_HEADER);
  const session = await findPortalSession(secret, { touches: !isPoll });
  return session && { ...session, forwardedFor: await forwardedFor() };
});

/**
 * For actions and GET routes.
 * @param seen the account the page shows, when it tells
 * @throws AppError UNAUTHENTICATED without a session, or when the page shows another account than the signed-in one
 */
export async function requireInvestor(seen?: string): Promise<Investor> {
  const investor = await currentInvestor();
  if (!investor) throw new AppError("UNAUTHENTICATED", investErrorsText.sessionEnded);
  return requireSameAccount(investor, seen);
}

export function requireSameAccount(investor: Investor, seen: string | undefined): Investor {
  if (seen === undefined || seen.toLowerCase() === investor.address) return investor;
  throw new AppError("UNAUTHENTICATED", investErrorsText.accountChanged);
}
