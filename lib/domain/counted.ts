import type { Freshness } from "@/lib/contracts/list";

/** One of AMP's long lists of which the desk keeps copies, as a person may have it read again. */
export type CopiedList =
  | { list: "users" }
  | { list: "categories" }
  /** The lists of the issuer whom an investor's request is for. */
  | { list: "request"; requestId: string }
  | { list: "utxos" | "assignments" | "owners" | "eligibility" | "distributions"; assetUuid: string };

/** What a dialog counts before somebody confirms, and what it was counted in. */
export interface Counted<T> {
  impact: T;
  /** Of the oldest copy that was looked into. */
  freshness: Freshness;
  /** Copies to be read again by whom this is too old. */
  copies: CopiedList[];
}
