import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListQuery } from "@/lib/contracts/list";
import type { ActivityRow } from "@/lib/domain/activities";
import type { AmpCallRow } from "@/lib/domain/amp-call";
import type { AmpDistributionRow } from "@/lib/domain/amp-distribution";
import type { ExportedAsset } from "@/lib/domain/asset-list";
import type { ListedAssignment } from "@/lib/domain/assignment";
import type { AuditRow } from "@/lib/domain/audit";
import type { CategorySummary } from "@/lib/domain/categories";
import { amountColumns, type Column, listCell, namesCell, shapeCell } from "@/lib/domain/exports";
import { assetStates } from "@/lib/domain/lifecycle";
import type { ManagerRow } from "@/lib/domain/managers";
import type { OutputOwner } from "@/lib/domain/output-owner";
import type { ListedHolder } from "@/lib/domain/ownership";
import type { HolderChange } from "@/lib/domain/ownership-difference";
import type { RequestRow } from "@/lib/domain/requests";
import type { TransactionRow } from "@/lib/domain/transactions";
import type { OperationRow } from "@/lib/domain/treasury";
import { printUnits } from "@/lib/domain/units";
import type { UserRow } from "@/lib/domain/users";
import type { UtxoRow } from "@/lib/domain/utxos";

export const assetColumns: Column<ExportedAsset>[] = [
  { name: "name", read: (row) => row.name },
  { name: "ticker", read: (row) => row.ticker },
  { name: "state", read: (row) => listCell(assetStates(row)) },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset_id", read: (row) => row.assetId },
  { name: "reissuance_token_id", read: (row) => row.reissuanceTokenId },
  { name: "precision", read: (row) => row.precision },
  { name: "domain", read: (row) => row.domain },
  { name: "is_registered", read: (row) => row.isRegistered },
  { name: "is_authorized", read: (row) => row.isAuthorized },
  { name: "is_locked", read: (row) => row.isLocked },
  { name: "transfer_restricted", read: (row) => row.transferRestricted },
  { name: "required_categories", read: (row) => listCell(row.requirements) },
  ...amountColumns<ExportedAsset>(
    "supply",
    ({ figures }) => figures?.supplySats ?? null,
    (row) => row.precision,
  ),
  { name: "holders", read: ({ figures }) => figures?.holders ?? null },
  { name: "alerts", read: ({ alerts }) => namesCell(alerts.map(({ title }) => title)) },
];

const personColumns: Column<RegisteredUser>[] = [
  { name: "id", read: (row) => row.id },
  { name: "name", read: (row) => row.name },
  { name: "is_company", read: (row) => row.isCompany },
  { name: "gaid", read: (row) => row.gaid },
  { name: "category_ids", read: (row) => listCell(row.categories) },
  { name: "creator", read: (row) => row.creator },
];
export const memberColumns = personColumns;
export const userColumns: Column<UserRow>[] = [
  ...personColumns,
  { name: "categories", read: (row) => namesCell(row.categoryNames.map(({ name }) => name)) },
  { name: "is_archived", read: (row) => row.isArchived },
];

export const categoryColumns: Column<CategorySummary>[] = [
  { name: "id", read: (row) => row.id },
  { name: "name", read: (row) => row.name },
  { name: "description", read: (row) => row.description },
  { name: "members", read: (row) => row.memberCount },
  { name: "asset_uuids", read: (row) => listCell(row.assets) },
];

/** Which assets require it, in the order of `asset_uuids`; one that nobody tells the name of stays its UUID. */
export const requiringColumn = (
  known: readonly Pick<Asset, "assetUuid" | "name">[],
): Column<CategorySummary> => {
  const names = new Map(known.map(({ assetUuid, name }) => [assetUuid, name]));
  return { name: "assets", read: ({ assets }) => namesCell(assets.map((uuid) => names.get(uuid) ?? uuid)) };
};

export const managerColumns: Column<ManagerRow>[] = [
  { name: "id", read: (row) => row.id },
  { name: "username", read: (row) => row.username },
  { name: "is_locked", read: (row) => row.isLocked },
  { name: "assets", read: (row) => namesCell(row.assets.map(({ name }) => name)) },
  { name: "asset_uuids", read: (row) => listCell(row.assets.map(({ assetUuid }) => assetUuid)) },
];

export const requestColumns: Column<RequestRow>[] = [
  { name: "id", read: (row) => row.id },
  { name: "state", read: (row) => row.state },
  { name: "issuer", read: (row) => row.issuerName },
  { name: "wallet", read: (row) => row.address },
  { name: "gaid", read: (row) => row.gaid },
  { name: "kyc_completed_at", read: (row) => row.kyc.completedAt },
  { name: "kyc_valid_until", read: (row) => row.kyc.validUntil },
  { name: "kyc_risk_labels", read: (row) => listCell(row.kyc.riskLabels.map(({ label }) => label)) },
  { name: "kyc_alert", read: (row) => row.kycAlert },
  { name: "created_at", read: (row) => row.createdAt },
  { name: "decided_at", read: (row) => row.decidedAt },
  { name: "decided_by", read: (row) => row.decidedBy },
];

export const operationColumns: Column<OperationRow>[] = [
  { name: "id", read: (row) => row.id },
  { name: "kind", read: (row) => row.kind },
  { name: "state", read: (row) => row.state },
  { name: "asset", read: (row) => row.assetName },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "ticker", read: (row) => row.ticker },
  ...amountColumns<OperationRow>(
    "total",
    (row) => row.totalSats,
    (row) => row.precision,
  ),
  { name: "recipients", read: (row) => row.recipients },
  { name: "txid", read: (row) => row.txid },
  { name: "confirmations", read: (row) => row.confirmations },
  { name: "problem", read: (row) => row.problem },
  { name: "requested_by", read: (row) => row.requestedBy },
  { name: "created_at", read: (row) => row.createdAt },
];

export const auditColumns: Column<AuditRow>[] = [
  { name: "id", read: (row) => row.id },
  { name: "at", read: (row) => row.at },
  { name: "person", read: (row) => row.personName },
  { name: "manager", read: (row) => row.managerName },
  { name: "action", read: (row) => row.action },
  { name: "outcome", read: (row) => row.outcome },
  { name: "asset_uuid", read: (row) => row.assetUuid },
  { name: "asset", read: (row) => row.assetName },
  { name: "detail", read: (row) => shapeCell(row.detail) },
  { name: "remote_address", read: (row) => row.remoteAddress },
  { name: "device", read: (row) => row.device },
  { name: "request_id", read: (row) => row.requestId },
];

export const callColumns: Column<AmpCallRow>[] = [
  { name: "id", read: (row) => row.id },
  { name: "at", read: (row) => row.at },
  { name: "method", read: (row) => row.method },
  { name: "path", read: (row) => row.path },
  { name: "query", read: (row) => new URLSearchParams(row.query).toString() },
  { name: "endpoint", read: (row) => row.endpoint },
  { name: "status", read: (row) => row.status },
  { name: "duration_ms", read: (row) => row.durationMs },
  { name: "answer_bytes", read: (row) => row.answerBytes },
  { name: "refusal", read: (row) => row.refusal },
  { name: "person", read: (row) => row.personName },
  { name: "operation_id", read: (row) => row.operationId },
  { name: "request_id", read: (row) => row.requestId },
];

export const assignmentColumns = ({ precision }: Asset): Column<ListedAssignment>[] => [
  { name: "id", read: (row) => row.id },
  { name: "registered_user", read: (row) => row.registeredUser },
  { name: "name", read: (row) => row.userName },
  { name: "gaid", read: (row) => row.gaid },
  ...amountColumns<ListedAssignment>("amount", (row) => row.amount, precision),
  { name: "state", read: (row) => row.state },
  { name: "blocked_by", read: (row) => listCell(row.blockers) },
  { name: "vests_at", read: (row) => row.vestingDatetime },
  { name: "receiving_address", read: (row) => row.receivingAddress },
  { name: "distribution_uuid", read: (row) => row.distributionUuid },
  { name: "creator", read: (row) => row.creator },
];

export const distributionColumns = ({ precision }: Asset): Column<AmpDistributionRow>[] => [
  { name: "distribution_uuid", read: (row) => row.distributionUuid },
  { name: "status", read: (row) => row.status },
  { name: "confirmed_at", read: (row) => row.confirmedAt },
  { name: "block_height", read: (row) => row.blockHeight },
  { name: "txids", read: (row) => listCell(row.txids) },
  { name: "recipients", read: (row) => row.recipients },
  ...amountColumns<AmpDistributionRow>("amount", (row) => row.totalSats, precision),
  { name: "operation_id", read: (row) => row.operationId },
];

const ownerColumns = <Row extends { owner: OutputOwner }>(): Column<Row>[] => [
  { name: "owner", read: ({ owner }) => owner.kind },
  { name: "registered_user", read: ({ owner }) => owner.userId },
  { name: "name", read: ({ owner }) => owner.userName },
  { name: "gaid", read: ({ owner }) => owner.gaid },
];

export const activityColumns = ({ precision }: Asset): Column<ActivityRow>[] => [
  { name: "block_height", read: (row) => row.blockheight },
  { name: "at", read: (row) => row.datetime },
  { name: "type", read: (row) => row.type },
  ...amountColumns<ActivityRow>("amount", (row) => row.amountSats, precision),
  ...ownerColumns<ActivityRow>(),
  { name: "description", read: (row) => row.description },
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
];

export const transactionColumns = ({ precision }: Asset): Column<TransactionRow>[] => [
  { name: "block_height", read: (row) => row.blockheight },
  { name: "at", read: (row) => row.datetime },
  { name: "type", read: (row) => row.kind },
  ...amountColumns<TransactionRow>("moved", (row) => row.movedSats, precision),
  { name: "receivers", read: (row) => row.receivers },
  { name: "inputs", read: (row) => row.inputs },
  { name: "outputs", read: (row) => row.outputs },
  { name: "txid", read: (row) => row.txid },
];

export const utxoColumns = ({ precision }: Asset): Column<UtxoRow>[] => [
  { name: "txid", read: (row) => row.txid },
  { name: "vout", read: (row) => row.vout },
  ...amountColumns<UtxoRow>("amount", (row) => row.amountSats, precision),
  { name: "state", read: (row) => row.state },
  ...ownerColumns<UtxoRow>(),
];

/** Of an earlier moment nobody knows what was blacklisted. */
export const holderColumns = ({ precision }: Asset, { filters }: ListQuery): Column<ListedHolder>[] => [
  { name: "owner", read: (row) => row.kind },
  { name: "registered_user", read: (row) => row.userId },
  { name: "name", read: (row) => row.name },
  { name: "gaids", read: (row) => listCell(row.gaids.map(({ gaid }) => gaid)) },
  ...amountColumns<ListedHolder>("amount", (row) => row.amountSats, precision),
  ...(filters.at === undefined
    ? amountColumns<ListedHolder>("of_which_blacklisted", (row) => row.blacklistedSats, precision)
    : []),
];

/** More than the page shows, where a small share is "<0.01". */
const SHARE_DECIMALS = 6;
const WHOLE_SHARE = 100n * 10n ** BigInt(SHARE_DECIMALS);

/** Of the supply, in percent, rounded half up; empty where nothing was issued. */
export const shareColumn = (supplySats: bigint): Column<ListedHolder> => ({
  name: "share_percent",
  read: ({ amountSats }) =>
    supplySats === 0n
      ? null
      : printUnits((amountSats * WHOLE_SHARE * 2n + supplySats) / (supplySats * 2n), SHARE_DECIMALS),
});

export const changeColumns = ({ precision }: Asset): Column<HolderChange>[] => [
  { name: "change", read: (row) => row.change },
  { name: "owner", read: (row) => row.kind },
  { name: "registered_user", read: (row) => row.userId },
  { name: "name", read: (row) => row.name },
  { name: "gaids", read: (row) => listCell(row.gaids) },
  ...amountColumns<HolderChange>("before", (row) => row.beforeSats, precision),
  ...amountColumns<HolderChange>("after", (row) => row.afterSats, precision),
  ...amountColumns<HolderChange>("difference", (row) => row.changeSats, precision),
];
