import "server-only";
import type { z } from "zod";
import type { Investor } from "@/lib/domain/investor";
import type { Result } from "@/lib/errors";
import { requireInvestor } from "@/server/investor/current";
import { withRequestId } from "@/server/platform/request-context";
import { throughDoor } from "./action-door";
import { parseInput } from "./result";

/** The account the page shows. When the wallet has moved to another one, nothing is done in the name of the first. */
interface Seen {
  address?: string;
}

/**
 * `defineAction` for the portal: the wallet's session, then schema, then the verb. Where an investor sits is no business of
 * the issuer, whose audit log would tell it.
 */
export function defineInvestorAction<S extends z.ZodType, T>(
  schema: S,
  verb: (investor: Investor, input: z.output<S>) => Promise<T>,
) {
  return (raw: z.input<S> & Seen): Promise<Result<T>> =>
    throughDoor(async () => {
      const { address } = (raw ?? {}) as Seen;
      const investor = await requireInvestor(typeof address === "string" ? address : undefined);
      return verb(investor, parseInput(schema, raw));
    }, withRequestId);
}

/** For what comes before a session: the text to sign and its signature. */
export function defineVisitorAction<S extends z.ZodType, T>(
  schema: S,
  verb: (input: z.output<S>) => Promise<T>,
) {
  return (raw: z.input<S>): Promise<Result<T>> =>
    throughDoor(async () => verb(parseInput(schema, raw)), withRequestId);
}
