import type { SandboxState } from "@/lib/contracts/control";
import type { LoggedCall } from "@/lib/contracts/control-calls";
import type { Decision, ServiceKey, WholeDecision } from "@/lib/contracts/control-decisions";
import type { Fault, FaultTargets } from "@/lib/contracts/control-faults";
import type { InvestorWallet, Movement } from "@/lib/contracts/control-wallets";
import type { ListPage } from "@/lib/contracts/list";
import { LBTC } from "./treasury";

/** What the pages of the sandbox show. */

/** The chain at a glance. */
export type ChainView = SandboxState & {
  /** When it was read, by the desk's clock: the sandbox's own may be elsewhere. */
  asOf: Date;
};

/** An asset that something can be sent of. */
export interface AssetChoice {
  assetUuid: string;
  name: string;
  ticker: string | null;
  precision: number;
}

/** How the amounts of an asset are shown. */
export interface AssetLook {
  /** false: nobody here knows its decimals, so it is counted in sats. */
  isKnown: boolean;
  assetUuid: string | null;
  name: string | null;
  ticker: string | null;
  precision: number;
}

export interface Holding extends AssetLook {
  assetId: string;
  amountSats: bigint;
  /** A part of `amountSats`. */
  blacklistedSats: bigint;
}

export type WalletRow = Omit<InvestorWallet, "balances"> & { holdings: Holding[] };

export interface WalletsView {
  page: ListPage<WalletRow>;
  /** The desk's own assets, by name; empty while AMP is away. */
  assets: AssetChoice[];
  /** Wallets of the node. */
  nodeWallets: string[];
}

export type MovementRow = Omit<Movement, "changes"> & {
  changes: (AssetLook & { assetId: string; type: "receive" | "send"; netSats: bigint })[];
};

export interface WalletView {
  wallet: WalletRow;
  history: ListPage<MovementRow>;
  assets: AssetChoice[];
}

export type DecisionRow = Decision & { asset: AssetLook };

export interface DecisionsView {
  page: ListPage<DecisionRow>;
  assets: AssetChoice[];
  serviceKey: ServiceKey;
}

export type DecisionView = WholeDecision & { asset: AssetLook };

export interface FaultsView {
  faults: Fault[];
  targets: FaultTargets;
  asOf: Date;
}

export interface CallsView {
  page: ListPage<LoggedCall>;
  /** Methods of the node, for those who look for one. */
  rpcMethods: string[];
}

/** Where the sandbox describes its APIs to whoever runs the browser on its machine. */
export interface SandboxDocs {
  amp: string | null;
  control: string;
}

export const toChoices = (assets: readonly AssetChoice[]): AssetChoice[] =>
  assets
    .map(({ assetUuid, name, ticker, precision }) => ({ assetUuid, name, ticker, precision }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

/** The desk knows decimals and tickers, the sandbox the names of assets that are deleted or of other issuers. */
export function lookOf(
  assets: readonly AssetChoice[],
  { assetUuid, name }: { assetUuid: string | null; name: string | null },
): AssetLook {
  const known = assets.find((asset) => asset.assetUuid === assetUuid);
  if (known)
    return { isKnown: true, assetUuid, name: known.name, ticker: known.ticker, precision: known.precision };
  if (assetUuid === null && name === LBTC.ticker) return { isKnown: true, assetUuid, name, ...LBTC };
  return { isKnown: false, assetUuid, name, ticker: null, precision: 0 };
}

/** Whom a transfer pays besides its sender. */
export const receiversOf = ({ fromGaid, request }: Pick<Decision, "fromGaid" | "request">) =>
  request.outputs.filter(({ gaid }) => gaid !== fromGaid);

/** The choice that stands first when something is sent: what the wallet holds, then the rest by name. */
export function heldFirst(assets: readonly AssetChoice[], holdings: readonly Holding[]): AssetChoice[] {
  const holds = (asset: AssetChoice) => holdings.some(({ assetUuid }) => assetUuid === asset.assetUuid);
  return [...assets].sort((a, b) => Number(holds(b)) - Number(holds(a)));
}
