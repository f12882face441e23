import type { ListPage } from "@/lib/contracts/list";
import type { AmpCallRow } from "./amp-call";
import { dayAfter, readDay } from "./block-days";

/** `ok` carried out; `refused` certainly not; `unknown` nobody can tell. */
export type AuditOutcome = "ok" | "refused" | "unknown";

/** What an action is about: the part of its name before the dot. */
export const AUDIT_KINDS = [
  "session",
  "account",
  "notification",
  "view",
  "export",
  "asset",
  "assignment",
  "distribution",
  "reissuance",
  "burn",
  "blinders",
  "lbtc",
  "transaction",
  "utxo",
  "gaid",
  "category",
  "user",
  "manager",
  "request",
  "portal",
  "treasury",
  "sandbox",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditRow {
  id: bigint;
  at: Date;
  personName: string;
  /** The account of the issuer's manager who did it; null for what was done in this workspace. */
  managerName: string | null;
  requestId: string;
  /** noun.verb, e.g. `assignment.created` */
  action: string;
  outcome: AuditOutcome;
  assetUuid: string | null;
  /** Null when the asset is not among those the person may see, or AMP is away. */
  assetName: string | null;
  detail: Record<string, unknown>;
  /** Null where no trusted proxy tells it, and for what the worker or an investor did. */
  remoteAddress: string | null;
  /** "Firefox on Linux" */
  device: string | null;
}

export interface AuditPage extends ListPage<AuditRow> {
  /** AMP does not tell now who an issuer's managers are, so what they did is missing. */
  lacksManagers: boolean;
}

/** One entry with what belongs to the same request. */
export interface AuditDetail {
  entry: AuditRow;
  /** Other entries of the request, newest first. */
  others: AuditRow[];
  /** What AMP was asked in it, newest first. */
  calls: AmpCallRow[];
}

/**
 * The days of a filter, both ends included, in UTC.
 * @returns moments: `from` the first one, `until` the first one after it; undefined where no day was given
 */
export function dayRange({ from, to }: { from?: string | undefined; to?: string | undefined }): {
  from: Date | undefined;
  until: Date | undefined;
} {
  const last = readDay(to);
  return { from: readDay(from) ?? undefined, until: last ? dayAfter(last) : undefined };
}
