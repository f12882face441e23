import type { BatchRow } from "@/lib/domain/assignment-batch";
import { deskEnv } from "@/server/platform/env";

/**
 * By then neither the desk's request nor AMP's work on it can still be on its way.
 * @param at before AMP was looked at: what lands between the look and its end must not be missed
 */
export const hasSettled = ({ askedAt }: BatchRow, at: Date): boolean =>
  askedAt !== null && at.getTime() - askedAt.getTime() > deskEnv().TREASURY_SETTLE_MS;
