import type { LoggedCall } from "@/lib/contracts/control-calls";
import { amountColumns, type Column } from "@/lib/domain/exports";
import { type DecisionRow, type Holding, receiversOf, type WalletRow } from "@/lib/domain/sandbox";

/** What is no asset of the account is counted in its smallest unit. */
const sentColumns = amountColumns<DecisionRow>(
  "amount",
  (row) => receiversOf(row).reduce((sum, { amount }) => sum + amount, 0n),
  ({ asset }) => asset.precision,
);

export const decisionColumns: Column<DecisionRow>[] = [
  { name: "uuid", read: (row) => row.uuid },
  { name: "at", read: (row) => row.createdAt },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: ({ asset }) => asset.name },
  { name: "ticker", read: ({ asset }) => asset.ticker },
  { name: "from_gaid", read: (row) => row.fromGaid },
  {
    name: "to_gaids",
    // What goes to no GAID is left out.
    read: (row) => [...new Set(receiversOf(row).flatMap(({ gaid }) => gaid ?? []))].join(" "),
  },
  ...sentColumns,
  { name: "approved", read: (row) => row.approved },
  { name: "server_result", read: (row) => row.serverResult },
  { name: "failed_rules", read: ({ reasons }) => wordsOf(reasons.filter(({ passed }) => !passed)) },
  { name: "passed_rules", read: ({ reasons }) => wordsOf(reasons.filter(({ passed }) => passed)) },
  { name: "endpoint", read: (row) => row.endpoint },
  { name: "endpoint_status", read: (row) => row.endpointStatus },
  { name: "endpoint_ms", read: (row) => row.endpointMs },
  { name: "endpoint_answer", read: (row) => row.endpointAnswer },
  { name: "txid", read: (row) => row.txid },
];

const wordsOf = (reasons: DecisionRow["reasons"]) =>
  reasons.map(({ rule, words }) => `${rule}: ${words}`).join("; ");

/** A wallet and one of the assets that it holds; null for one that holds nothing. */
export interface WalletHolding {
  wallet: WalletRow;
  holding: Holding | null;
}

/** A row for each asset; one for a wallet without any. */
export const holdingsOf = (wallet: WalletRow): WalletHolding[] =>
  wallet.holdings.length === 0
    ? [{ wallet, holding: null }]
    : wallet.holdings.map((holding) => ({ wallet, holding }));

const precisionOf = ({ holding }: WalletHolding) => holding?.precision ?? 0;

export const walletColumns: Column<WalletHolding>[] = [
  { name: "gaid", read: ({ wallet }) => wallet.gaid },
  { name: "label", read: ({ wallet }) => wallet.label },
  { name: "created_at", read: ({ wallet }) => wallet.createdAt },
  { name: "asset_uuid", read: ({ holding }) => holding?.assetUuid ?? null },
  { name: "asset_id", read: ({ holding }) => holding?.assetId ?? null },
  { name: "asset", read: ({ holding }) => holding?.name ?? null },
  ...amountColumns<WalletHolding>("amount", ({ holding }) => holding?.amountSats ?? null, precisionOf),
  ...amountColumns<WalletHolding>(
    "of_which_blacklisted",
    ({ holding }) => holding?.blacklistedSats ?? null,
    precisionOf,
  ),
];

export const sandboxCallColumns: Column<LoggedCall>[] = [
  { name: "id", read: (row) => row.id },
  { name: "at", read: (row) => row.at },
  { name: "surface", read: (row) => row.surface },
  { name: "method", read: (row) => row.method },
  { name: "path", read: (row) => row.path },
  { name: "status", read: (row) => row.status },
  { name: "effect_status", read: (row) => row.effectStatus },
  { name: "duration_ms", read: (row) => row.durationMs },
  { name: "answer_bytes", read: (row) => row.sizeBytes },
  { name: "account", read: (row) => row.account },
  { name: "faults", read: ({ faults }) => faults.map(({ kind }) => kind).join(" ") },
  { name: "request_id", read: (row) => row.requestId },
];
