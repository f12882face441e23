import type { ListPage } from "@/lib/contracts/list";
import type { MomentView } from "./moment";
import type { HolderKey, OwnersBy } from "./ownership";

/** `came` had nothing before, `left` has nothing afterwards. */
export type ChangeKind = "came" | "left" | "gained" | "fell";
export const CHANGE_KINDS = ["came", "left", "gained", "fell"] as const satisfies ChangeKind[];

/** What became of one owner between two moments, in sats. */
export interface HolderChange extends HolderKey {
  gaids: string[];
  beforeSats: bigint;
  afterSats: bigint;
  changeSats: bigint;
  change: ChangeKind;
}

export const abs = (sats: bigint): bigint => (sats < 0n ? -sats : sats);

interface ChangeSum {
  count: number;
  sats: bigint;
}

/** The treasury's change and those of everybody else, by kind: together the change of the supply. */
export interface DifferenceFigures {
  supplyBeforeSats: bigint;
  supplyAfterSats: bigint;
  treasurySats: bigint;
  holders: Record<ChangeKind, ChangeSum>;
}

/** What the owners' changes leave of the change of the supply; 0 when they add up. */
export const unexplainedSats = (figures: DifferenceFigures): bigint =>
  CHANGE_KINDS.reduce(
    (left, kind) => left - figures.holders[kind].sats,
    figures.supplyAfterSats - figures.supplyBeforeSats - figures.treasurySats,
  );

export interface DifferenceView {
  asset: { ticker: string | null; precision: number };
  by: OwnersBy;
  from: MomentView;
  to: MomentView;
  figures: DifferenceFigures;
  page: ListPage<HolderChange>;
}
