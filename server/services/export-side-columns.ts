import type { Asset } from "@/lib/contracts/amp/assets";
import type { CampaignCoin, CampaignOrders } from "@/lib/domain/auto-invest";
import type { BatchRow } from "@/lib/domain/batches";
import type { RequiringAsset } from "@/lib/domain/categories";
import type { HeldBackRow } from "@/lib/domain/distribution";
import type { CategoryName } from "@/lib/domain/eligibility";
import { amountColumns, type Column, namesCell, shapeCell } from "@/lib/domain/exports";
import type { ForeignOrder } from "@/lib/domain/foreign-order";
import type { GaidView } from "@/lib/domain/gaid-view";
import type { IntentAssignment } from "@/lib/domain/intent";
import type { JournalLine } from "@/lib/domain/journal";
import type { NoticesView } from "@/lib/domain/notices";
import type { SessionRow } from "@/lib/domain/session";
import type { WalletBalance } from "@/lib/domain/treasury";
import type { ForeignOutput } from "@/lib/domain/treasury-approvals";
import { printUnits } from "@/lib/domain/units";
import type { UserPayment } from "@/lib/domain/user-payments";
import type { UserHolding } from "@/lib/domain/users";
import type { BlacklistedPart } from "@/lib/domain/utxos";
import type { UserVesting } from "@/lib/domain/vesting";
import type { WatchAlert } from "@/lib/domain/watch";
import { distributionsText } from "@/lib/messages/distributions";

/** Empty where nothing tells of the asset's outputs. */
const blacklistedColumns = <
  Row extends { blacklisted: BlacklistedPart | null; precision: number },
>(): Column<Row>[] => [
  ...amountColumns<Row>(
    "of_which_blacklisted",
    ({ blacklisted }) => blacklisted?.sats ?? null,
    (row) => row.precision,
  ),
  { name: "blacklisted_as_of", read: ({ blacklisted }) => blacklisted?.asOf ?? null },
];

type Amount = "balance" | "assigned" | "distributed";
const amountOf = (name: Amount) =>
  amountColumns<UserHolding>(
    name,
    (row) => row[name],
    (row) => row.precision,
  );

export const holdingColumns: Column<UserHolding>[] = [
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.name },
  { name: "ticker", read: (row) => row.ticker },
  ...amountOf("balance"),
  ...blacklistedColumns<UserHolding>(),
  ...amountOf("assigned"),
  { name: "open_assignments", read: (row) => row.openAssignments },
  ...amountOf("distributed"),
  { name: "may_receive", read: ({ receive }) => receive.state },
  {
    name: "failing_rules",
    read: ({ receive }) => namesCell([...new Set(receive.failing.map(({ rule }) => rule))]),
  },
  { name: "missing_categories", read: ({ receive }) => namesOf(receive.missing) },
];

export const paymentColumns: Column<UserPayment>[] = [
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.assetName },
  { name: "ticker", read: (row) => row.ticker },
  ...amountColumns<UserPayment>(
    "amount",
    (row) => row.amountSats,
    (row) => row.precision,
  ),
  { name: "status", read: (row) => row.status },
  { name: "confirmed_at", read: (row) => row.at },
  { name: "block_height", read: (row) => row.blockHeight },
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
  { name: "distribution_uuid", read: (row) => row.distributionUuid },
];

export const userVestingColumns: Column<UserVesting>[] = [
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.assetName },
  { name: "ticker", read: (row) => row.ticker },
  { name: "assignment_id", read: (row) => row.assignmentId },
  ...amountColumns<UserVesting>(
    "amount",
    (row) => row.sats,
    (row) => row.precision,
  ),
  { name: "vests_at", read: (row) => row.vestsAt },
  { name: "has_vested", read: (row) => row.hasVested },
  { name: "is_ready", read: (row) => row.isReady },
  { name: "is_in_distribution", read: (row) => row.isInDistribution },
];

const namesOf = (categories: readonly CategoryName[]) => namesCell(categories.map(({ name }) => name));

export interface Member {
  id: number;
  name: string;
  categories: readonly number[];
}

export const memberColumns: Column<Member>[] = [
  { name: "registered_user", read: (row) => row.id },
  { name: "name", read: (row) => row.name },
];

/** Two categories may have one name: the number tells them apart. */
export const categoryColumn = ({ id, name }: CategoryName): Column<Member> => ({
  name: `${name} (${id})`,
  read: ({ categories }) => categories.includes(id),
});

export const sessionColumns: Column<SessionRow>[] = [
  { name: "person", read: (row) => row.personName },
  { name: "device", read: (row) => row.device },
  { name: "remote_address", read: (row) => row.remoteAddress },
  { name: "signed_in_at", read: (row) => row.createdAt },
  { name: "last_seen_at", read: (row) => row.lastSeenAt },
];

export const alertColumns: Column<WatchAlert>[] = [
  { name: "kind", read: (row) => row.kind },
  { name: "state", read: (row) => row.state },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.assetName },
  { name: "subject", read: (row) => row.subject },
  { name: "txid", read: (row) => row.txid },
  { name: "operation_id", read: (row) => row.operationId },
  { name: "raised_at", read: (row) => row.raisedAt },
  { name: "seen_at", read: (row) => row.seenAt },
  { name: "acknowledged_by", read: (row) => row.acknowledgedBy },
  { name: "reason", read: (row) => row.reason },
  { name: "closed_at", read: (row) => row.closedAt },
];

export const journalColumns: Column<JournalLine>[] = [
  { name: "id", read: (row) => row.id },
  { name: "at", read: (row) => row.at },
  { name: "step", read: (row) => row.step },
  { name: "phase", read: (row) => row.phase },
  { name: "detail", read: ({ detail }) => shapeCell(detail) },
];

type GaidBalance = GaidView["balances"][number];

export const gaidBalanceColumns: Column<GaidBalance>[] = [
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.name },
  { name: "ticker", read: (row) => row.ticker },
  ...amountColumns<GaidBalance>(
    "balance",
    (row) => row.balanceSats,
    (row) => row.precision,
  ),
  ...blacklistedColumns<GaidBalance>(),
];

export const deliveryColumns: Column<NoticesView["deliveries"][number]>[] = [
  { name: "id", read: (row) => row.id },
  { name: "at", read: (row) => row.createdAt },
  { name: "channel", read: (row) => row.channel },
  { name: "is_test", read: (row) => row.isTest },
  { name: "matters", read: (row) => row.count },
  { name: "state", read: (row) => row.state },
  { name: "tries", read: (row) => row.tries },
  { name: "ended_at", read: (row) => row.endedAt },
  { name: "problem", read: (row) => row.problem },
];

type CampaignOrder = CampaignOrders["orders"][number] & { coin: CampaignCoin | null };

/** Of a coin that nobody here knows there is the smallest unit alone. */
export const campaignOrderColumns: Column<CampaignOrder>[] = [
  { name: "wallet", read: (row) => row.wallet },
  {
    name: "amount",
    read: ({ amount, coin }) => coin && printUnits(amount, coin.decimals),
    isFigure: true,
  },
  { name: "amount_sats", read: (row) => row.amount },
  { name: "coin", read: ({ coin }) => coin?.symbol ?? null },
];

export const intentColumns = ({ precision }: Asset): Column<IntentAssignment>[] => [
  { name: "assignment_id", read: (row) => row.assignmentId },
  { name: "registered_user", read: (row) => row.registeredUser },
  { name: "name", read: (row) => row.userName },
  { name: "gaid", read: (row) => row.gaid },
  ...amountColumns<IntentAssignment>("amount", (row) => row.amountSats, precision),
];

/** `step` is where the one on its way stands. */
export const distributionTransactionColumns = ({ precision }: Asset): Column<BatchRow>[] => [
  { name: "transaction", read: (row) => row.index + 1 },
  { name: "state", read: (row) => row.state },
  { name: "step", read: (row) => row.at },
  { name: "txid", read: (row) => row.txid },
  { name: "confirmations", read: (row) => row.confirmations },
  { name: "block_height", read: (row) => row.blockHeight },
  { name: "recipients", read: (row) => row.recipients },
  ...amountColumns<BatchRow>("amount", (row) => row.totalSats, precision),
];

export const heldBackColumns = ({ precision }: Asset): Column<HeldBackRow>[] => [
  { name: "assignment_id", read: (row) => row.id },
  { name: "registered_user", read: (row) => row.registeredUser },
  { name: "name", read: (row) => row.userName },
  ...amountColumns<HeldBackRow>("amount", (row) => row.amountSats, precision),
  { name: "why", read: (row) => distributionsText.heldBack.reasons[row.why] },
];

type OrderMember = IntentAssignment & Pick<ForeignOrder, "distributionUuid" | "leftBy">;

export const foreignOrderColumns = (asset: Asset): Column<OrderMember>[] => [
  { name: "distribution_uuid", read: (row) => row.distributionUuid },
  { name: "left_by_operation", read: (row) => row.leftBy },
  ...intentColumns(asset),
];

export const foreignOutputColumns = ({ precision }: Asset): Column<ForeignOutput>[] => [
  { name: "address", read: (row) => row.address },
  { name: "is_reissuance_token", read: (row) => row.isToken },
  ...amountColumns<ForeignOutput>(
    "amount",
    (row) => row.amountSats,
    (row) => (row.isToken ? 0 : precision),
  ),
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
  { name: "block_height", read: (row) => row.since?.height ?? null },
  { name: "at", read: (row) => row.since?.at ?? null },
  { name: "is_treasury_address", read: (row) => row.isListed },
];

export const requiringAssetColumns: Column<RequiringAsset>[] = [
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "name", read: (row) => row.name },
  { name: "ticker", read: (row) => row.ticker },
  { name: "transfer_restricted", read: (row) => row.transferRestricted },
  { name: "also_required", read: (row) => namesOf(row.otherRequirements) },
  { name: "eligible_users", read: (row) => row.eligible },
];

export const addressColumns: Column<string>[] = [{ name: "address", read: (row) => row }];

/** What is no asset of the account is counted in its smallest unit. */
export const balanceColumns: Column<WalletBalance>[] = [
  { name: "kind", read: (row) => row.kind },
  { name: "asset", read: (row) => row.name },
  { name: "ticker", read: (row) => row.ticker },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset_id", read: (row) => row.assetId },
  ...amountColumns<WalletBalance>(
    "amount",
    (row) => row.amountSats,
    (row) => row.precision,
  ),
];
