import type { ListPage } from "@/lib/contracts/list";

/** `ok` carried out; `refused` certainly not; `unknown` nobody can tell. */
export type AuditOutcome = "ok" | "refused" | "unknown";

/** What an action is about: the part of its name before the dot. */
export const AUDIT_KINDS = [
  "session",
  "asset",
  "assignment",
  "distribution",
  "reissuance",
  "burn",
  "blinders",
  "lbtc",
  "category",
  "user",
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
  requestId: string;
  /** noun.verb, e.g. `assignment.created` */
  action: string;
  outcome: AuditOutcome;
  assetUuid: string | null;
  /** Null when the asset is not among those the person may see, or AMP is away. */
  assetName: string | null;
  detail: Record<string, unknown>;
}

export type AuditPage = ListPage<AuditRow>;
