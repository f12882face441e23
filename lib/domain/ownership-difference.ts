import type { ListPage } from "@/lib/contracts/list";
import type { MomentView } from "./moment";
import type { Holder, HolderKey, OwnersBy } from "./ownership";

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

/** Everybody whose holding is another one afterwards, the largest change first. */
export function changesBetween(before: readonly Holder[], after: readonly Holder[]): HolderChange[] {
  const rows = new Map<
    string,
    { holder: Holder; beforeSats: bigint; afterSats: bigint; gaids: Set<string> }
  >();
  const note = (holder: Holder, side: "beforeSats" | "afterSats") => {
    const row = rows.get(holder.id) ?? { holder, beforeSats: 0n, afterSats: 0n, gaids: new Set() };
    row[side] = holder.amountSats;
    for (const { gaid } of holder.gaids) row.gaids.add(gaid);
    rows.set(holder.id, row);
  };
  for (const holder of before) note(holder, "beforeSats");
  for (const holder of after) note(holder, "afterSats");
  return [...rows.values()]
    .filter(({ beforeSats, afterSats }) => beforeSats !== afterSats)
    .map(({ holder: { id, kind, name, userId }, beforeSats, afterSats, gaids }) => ({
      id,
      kind,
      name,
      userId,
      gaids: [...gaids],
      beforeSats,
      afterSats,
      changeSats: afterSats - beforeSats,
      change: changeOf(beforeSats, afterSats),
    }))
    .sort((one, other) => {
      const [a, b] = [abs(one.changeSats), abs(other.changeSats)];
      return a < b ? 1 : a > b ? -1 : one.id.localeCompare(other.id, "en");
    });
}

export const abs = (sats: bigint): bigint => (sats < 0n ? -sats : sats);

function changeOf(before: bigint, after: bigint): ChangeKind {
  if (before === 0n) return "came";
  if (after === 0n) return "left";
  return after > before ? "gained" : "fell";
}

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

export function differenceFigures(
  changes: readonly HolderChange[],
  supply: { beforeSats: bigint; afterSats: bigint },
): DifferenceFigures {
  const none = () => ({ count: 0, sats: 0n });
  const figures: DifferenceFigures = {
    supplyBeforeSats: supply.beforeSats,
    supplyAfterSats: supply.afterSats,
    treasurySats: 0n,
    holders: { came: none(), left: none(), gained: none(), fell: none() },
  };
  for (const { kind, change, changeSats } of changes) {
    if (kind === "treasury") figures.treasurySats += changeSats;
    else {
      figures.holders[change].count += 1;
      figures.holders[change].sats += changeSats;
    }
  }
  return figures;
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
