import type { AssetTx } from "@/lib/contracts/amp/transactions";
import type { TransactionKind } from "./transactions";

/** null is the treasury. */
export type Account = string | null;
/** What each account holds, in sats; who holds nothing is not in it. */
export type Balances = ReadonlyMap<Account, bigint>;

export type MoveKind = TransactionKind;

/** What one transaction changed for one account, in sats: below zero for what left it. */
export interface Movement {
  height: number;
  gaid: Account;
  /** Whose account it was when AMP was read, as far as AMP tells; null for the treasury and for an account without a record. */
  userId: number | null;
  sats: bigint;
}

/** A transaction of an asset in a block, as far as it changes who owns how much. */
export interface Move {
  txid: string;
  height: number;
  at: Date;
  kind: MoveKind;
  /** What it added to the supply. */
  supplySats: bigint;
  movements: Movement[];
}

/**
 * Reads a transaction of AMP as movements. Activities would not do: they name who received and never who paid. Change
 * that comes back to its owner is no movement; the reissuance token, which stands in the same rows, is left out.
 */
export function moveOf(tx: AssetTx, assetId: string): Move {
  const changes = new Map<Account, Movement>();
  const add = (gaid: Account, userId: number | null, sats: bigint) => {
    const known = changes.get(gaid) ?? { height: tx.blockheight, gaid, userId, sats: 0n };
    changes.set(gaid, { ...known, sats: known.sats + sats });
  };
  const ofAsset = <T extends { assetId: string }>(rows: T[]) => rows.filter((row) => row.assetId === assetId);
  for (const row of ofAsset(tx.inputs)) add(row.gaid, row.registeredUser, -row.amount);
  const made = ofAsset(tx.outputs);
  for (const row of made) if (!row.isBurnt) add(row.gaid, row.registeredUser, row.amount);
  const burnt = made.reduce((sum, { isBurnt, amount }) => (isBurnt ? sum + amount : sum), 0n);
  const movements = [...changes.values()].filter(({ sats }) => sats !== 0n);
  const kind = kindOf(tx, burnt > 0n);
  const supplySats = supplyOf(kind, { movements, burnt });
  return { txid: tx.txid, height: tx.blockheight, at: tx.datetime, kind, supplySats, movements };
}

/** As `transactionKind`, but what a distribution burns is gone from the supply too. */
function kindOf(tx: AssetTx, isBurn: boolean): MoveKind {
  if (tx.isIssuance) return "issuance";
  if (tx.isReissuance) return "reissuance";
  if (isBurn) return "burn";
  return tx.isDistribution ? "distribution" : "transfer";
}

/** What AMP loses sight of on the way of a distribution or a transfer is still there: it is nobody's, no less supply. */
function supplyOf(kind: MoveKind, { movements, burnt }: { movements: Movement[]; burnt: bigint }): bigint {
  if (kind === "burn") return -burnt;
  return isSupplyKind(kind) ? movements.reduce((sum, { sats }) => sum + sats, 0n) : 0n;
}

const isSupplyKind = (kind: MoveKind): boolean => kind === "issuance" || kind === "reissuance";
