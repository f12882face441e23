import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import type { Unit } from "../world";
import type { Account } from "./accounts";
import { type AssetRow, grantsOf, issuerAssets } from "./asset-store";
import { viewUserAssignments } from "./assignment-store";
import type { Handlers } from "./call";
import { viewUserDistributions } from "./distribution-store";
import { balancesOf } from "./holdings";
import { gaidsOfUser } from "./registered-user-store";
import { userOfPath } from "./registered-users";

/** A manager sees the assets granted to it. */
async function visibleAssets({ db }: Unit, account: Account): Promise<AssetRow[]> {
  const assets = await issuerAssets(db, account.issuerId);
  if (account.role === "issuer") return assets;
  const granted = new Set((await grantsOf(db, [account.id])).get(account.id));
  return assets.filter((asset) => granted.has(asset.uuid));
}

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

async function summarize(
  { db }: Unit,
  asset: AssetRow,
  userId: number,
  balance: bigint,
): Promise<UserAssetSummary> {
  const assignments = await viewUserAssignments(db, asset.uuid, userId);
  const distributed = assignments.filter((assignment) => assignment.isDistributed);
  const uuids = new Set(distributed.flatMap(({ distributionUuid }) => distributionUuid ?? []));
  return {
    assetUuid: asset.uuid,
    assetId: asset.assetId,
    assignments,
    assignmentsSum: sum(assignments.map(({ amount }) => amount)),
    distributions: await viewUserDistributions(db, [...uuids], userId),
    distributionsSum: sum(distributed.map(({ amount }) => amount)),
    balance,
  };
}

export const userSummaryHandlers = {
  async getUserSummary(call) {
    const { unit, account } = call;
    const user = await userOfPath(call);
    const balances = await balancesOf(unit.db, await gaidsOfUser(unit.db, user.id));
    const summaries: UserAssetSummary[] = [];
    for (const asset of await visibleAssets(unit, account))
      summaries.push(await summarize(unit, asset, user.id, balances.get(asset.uuid) ?? 0n));
    return summaries;
  },
} satisfies Handlers;
