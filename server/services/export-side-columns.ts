import type { CategoryName } from "@/lib/domain/eligibility";
import { amountColumns, type Column } from "@/lib/domain/exports";
import type { GaidView } from "@/lib/domain/gaid-view";
import type { JournalLine } from "@/lib/domain/operation";
import type { SessionRow } from "@/lib/domain/session";
import type { WalletBalance } from "@/lib/domain/treasury";
import type { UserHolding } from "@/lib/domain/users";
import type { WatchAlert } from "@/lib/domain/watch";

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
  ...amountOf("assigned"),
  { name: "open_assignments", read: (row) => row.openAssignments },
  ...amountOf("distributed"),
  { name: "may_receive", read: ({ receive }) => receive.state },
  {
    name: "failing_rules",
    read: ({ receive }) => [...new Set(receive.failing.map(({ rule }) => rule))].join("; "),
  },
  { name: "missing_categories", read: ({ receive }) => namesOf(receive.missing) },
];

const namesOf = (categories: readonly CategoryName[]) => categories.map(({ name }) => name).join("; ");

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
  { name: "detail", read: ({ detail }) => JSON.stringify(detail, (_, value) => plain(value)) },
];

const plain = (value: unknown) => (typeof value === "bigint" ? value.toString() : value);

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
