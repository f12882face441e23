import type { Asset } from "@/lib/contracts/amp/assets";
import type { AmpRecipient } from "@/lib/domain/amp-distribution";
import { amountColumns, type Column } from "@/lib/domain/exports";
import type { LostOutput } from "@/lib/domain/lost-outputs";
import type { SupplyChange } from "@/lib/domain/supply-history";
import type { VestingDate } from "@/lib/domain/vesting";

/** Without a moment: vested. */
export const vestingColumns = ({ precision }: Asset): Column<VestingDate>[] => [
  { name: "vests_at", read: (row) => row.at },
  { name: "assignments", read: (row) => row.count },
  { name: "name", read: (row) => row.userName },
  ...amountColumns<VestingDate>("amount", (row) => row.sats, precision),
  ...amountColumns<VestingDate>("held", (row) => row.heldSats, precision),
  { name: "without_wallet", read: (row) => row.withoutWallet },
  { name: "without_category", read: (row) => row.withoutCategory },
];

export const recipientColumns = ({ precision }: Asset): Column<AmpRecipient>[] => [
  { name: "registered_user", read: (row) => row.registeredUser },
  { name: "name", read: (row) => row.userName },
  ...amountColumns<AmpRecipient>("amount", (row) => row.amountSats, precision),
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
];

export const supplyStepColumns = ({ precision }: Asset): Column<SupplyChange>[] => [
  { name: "block_height", read: (row) => row.height },
  { name: "at", read: (row) => row.at },
  { name: "type", read: (row) => row.kind },
  ...amountColumns<SupplyChange>("change", (row) => row.changeSats, precision),
  ...amountColumns<SupplyChange>("supply", (row) => row.supplySats, precision),
  { name: "address", read: (row) => row.address },
  { name: "txid", read: (row) => row.txid },
];

/** Tokens are counted in their smallest unit, whatever the asset's precision is. */
export const lostOutputColumns = ({ precision }: Asset): Column<LostOutput>[] => [
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
  { name: "is_reissuance_token", read: (row) => row.isToken },
  ...amountColumns<LostOutput>(
    "amount",
    (row) => row.amountSats,
    (row) => (row.isToken ? 0 : precision),
  ),
  { name: "spent_by", read: (row) => row.spentBy },
  { name: "alert", read: (row) => row.alert },
];
