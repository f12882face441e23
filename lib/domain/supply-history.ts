import type { MoveKind } from "./movements";

/** One step of the supply, in sats. */
export interface SupplyChange {
  txid: string;
  height: number;
  at: Date;
  kind: MoveKind;
  changeSats: bigint;
  /** After it. */
  supplySats: bigint;
  /** Where a reissuance went; null for all others, and where AMP does not say. */
  address: string | null;
}

export interface SupplyHistoryView {
  asset: { ticker: string | null; precision: number };
  /** Oldest first. */
  changes: SupplyChange[];
  /** By the movements, and by AMP's summary. */
  movedSats: bigint;
  summarySats: bigint;
  /** What the list of reissuances adds up to, null where AMP does not say of each, and what the summary says of them. */
  listedReissuedSats: bigint | null;
  summaryReissuedSats: bigint;
}

type Step = Omit<SupplyChange, "supplySats" | "address">;

/** @param addresses of reissuances by their txid */
export function toSupplyChanges(
  steps: readonly Step[],
  addresses: ReadonlyMap<string, string | null | undefined>,
): SupplyChange[] {
  let supplySats = 0n;
  return steps.map((step) => {
    supplySats += step.changeSats;
    return { ...step, supplySats, address: addresses.get(step.txid) ?? null };
  });
}

type Disagreement = "supply" | "reissuances";

/** Where AMP's summary and what is listed say different things. */
export function supplyDisagreements(view: SupplyHistoryView): Disagreement[] {
  const found: Disagreement[] = [];
  if (view.movedSats !== view.summarySats) found.push("supply");
  if (view.listedReissuedSats !== null && view.listedReissuedSats !== view.summaryReissuedSats)
    found.push("reissuances");
  return found;
}
