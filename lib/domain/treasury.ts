import type { ListPage } from "@/lib/contracts/list";
import type { ErrorView } from "@/lib/errors";
import type { OperationKind } from "./intent";
import type { OperationState } from "./operation";
import type { WalletLock } from "./wallet-lock";
import type { WatchView } from "./watch";

/** Below this much L-BTC the desk warns: a hundred full distributions at Liquid's usual fee rate. */
export const LOW_FEE_SATS = 100_000n;

/** L-BTC, the asset that pays the fees. */
export const LBTC = { ticker: "L-BTC", precision: 8 } as const;

export interface NodeState {
  /** Host, port and wallet path; never the credentials. */
  walletKey: string;
  chain: string;
  version: string;
  blocks: number;
  /** What the node knows of the chain; more than `blocks` while it catches up. */
  headers: number;
  isSynced: boolean;
  isLocked: boolean;
  /** What the node tells of the passphrase. */
  lock: WalletLock;
  policySats: bigint;
}

/** A balance with what the desk knows about its asset. */
export interface NamedBalance {
  assetId: string;
  amountSats: bigint;
  /** `token`: a reissuance token of the named asset, always counted in sats; `unknown`: no asset of this account. */
  kind: "asset" | "token" | "unknown";
  assetUuid: string | null;
  name: string | null;
  ticker: string | null;
  precision: number;
}

/** One line of all that the wallet holds, L-BTC included. */
export interface WalletBalance extends Omit<NamedBalance, "kind"> {
  kind: NamedBalance["kind"] | "lbtc";
}

export type NodeView =
  | { state: NodeState; balances: NamedBalance[]; problem: null }
  | { state: null; balances: null; problem: ErrorView };

/** One line of the list of operations. */
export interface OperationRow {
  id: string;
  kind: OperationKind;
  assetUuid: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  totalSats: bigint;
  /** Of a distribution. */
  recipients: number | null;
  /** Of an update of blinders. */
  outputs: number | null;
  state: OperationState;
  /** Why it waits or stopped, for people. */
  problem: string | null;
  requestedBy: string;
  txid: string | null;
  confirmations: number | null;
  /** Transactions of a distribution that AMP has booked. */
  booked: number;
  createdAt: Date;
}

export interface TreasuryView {
  node: NodeView;
  operations: ListPage<OperationRow>;
  /** Of all, whatever the list is narrowed to. */
  openCount: number;
  watch: WatchView;
}

interface KnownAsset {
  assetUuid: string;
  assetId: string;
  reissuanceTokenId: string | null;
  name: string;
  ticker: string | null;
  precision: number;
}

/** Puts names to a wallet's balances; known assets by name, then their tokens, then what nobody here knows. */
export function nameBalances(
  balances: readonly { assetId: string; amountSats: bigint }[],
  assets: readonly KnownAsset[],
): NamedBalance[] {
  const byId = new Map(assets.map((asset) => [asset.assetId, asset]));
  const byToken = new Map(assets.map((asset) => [asset.reissuanceTokenId, asset]));
  const ranks = { asset: 0, token: 1, unknown: 2 };
  return balances
    .map(({ assetId, amountSats }): NamedBalance => {
      const [asset, parent] = [byId.get(assetId), byToken.get(assetId)];
      if (asset) return { ...pick(asset), assetId, amountSats, kind: "asset" };
      if (parent) return { ...pick(parent), assetId, amountSats, kind: "token", ticker: null, precision: 0 };
      return {
        assetId,
        amountSats,
        kind: "unknown",
        assetUuid: null,
        name: null,
        ticker: null,
        precision: 0,
      };
    })
    .sort(
      (a, b) =>
        ranks[a.kind] - ranks[b.kind] || (a.name ?? a.assetId).localeCompare(b.name ?? b.assetId, "en"),
    );
}

const pick = ({ assetUuid, name, ticker, precision }: KnownAsset) => ({ assetUuid, name, ticker, precision });
