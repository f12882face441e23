import type { GaidBalance } from "@/lib/contracts/amp/gaids";
import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import { AppError } from "@/lib/errors";
import type { AmpClient } from "./client";
import { orNull } from "./look-up";

/**
 * What a registered user has of each asset that the account may see. The form of AMP's own summary is known to nobody for
 * certain: where it cannot be read, the same is put together from answers that were seen, without what distributions paid.
 * AMP: GET /registered_users/{u}/summary; else GET /assets/, for managers /managers/me, GET /registered_users/{u}/gaids,
 * /gaids/{g}/balance, for managers /assets/{a}/balance, and /assets/{a}/assignments of each asset, row by row
 * @throws AppError as the client does
 */
export async function userSummaries(amp: AmpClient, registeredUserId: number): Promise<UserAssetSummary[]> {
  try {
    return await amp.call("getUserSummary", { path: { registeredUserId } });
  } catch (error) {
    if (!isCode(error, "INTERNAL")) throw error;
    return putTogether(amp, registeredUserId);
  }
}

async function putTogether(amp: AmpClient, registeredUserId: number): Promise<UserAssetSummary[]> {
  const [uuids, gaids] = await Promise.all([
    visibleAssets(amp),
    amp.call("listUserGaids", { path: { registeredUserId } }),
  ]);
  const balances = await issuersBalances(amp, gaids);
  const summaries: UserAssetSummary[] = [];
  // One after another: each is an answer with a row for every assignment of the asset.
  for (const assetUuid of uuids) {
    const summary = await orNull(
      summaryOf(amp, { assetUuid, registeredUserId, gaids, balance: balances?.get(assetUuid) }),
    );
    if (summary) summaries.push(summary);
  }
  return summaries;
}

/** Those granted, for a manager; one that was deleted may be among them. */
const visibleAssets = (amp: AmpClient): Promise<string[]> =>
  amp.call("listAssets").then(
    (assets) => assets.map(({ assetUuid }) => assetUuid),
    async (error: unknown) => {
      if (!isCode(error, "FORBIDDEN")) throw error;
      return (await amp.call("getOwnManager")).assets;
    },
  );

/** By asset; null for a manager, whom AMP refuses this. AMP lists the assets of which there is nothing, too. */
async function issuersBalances(amp: AmpClient, gaids: string[]): Promise<Map<string, bigint> | null> {
  const sums = new Map<string, bigint>();
  for (const gaid of gaids) {
    const told = await amp.call("listGaidBalances", { path: { gaid } }).catch(unlessForbidden);
    if (told === null) return null;
    for (const { assetUuid, balance } of told) sums.set(assetUuid, (sums.get(assetUuid) ?? 0n) + balance);
  }
  return sums;
}

function unlessForbidden(error: unknown): GaidBalance[] | null {
  if (isCode(error, "FORBIDDEN")) return null;
  throw error;
}

async function summaryOf(
  amp: AmpClient,
  of: { assetUuid: string; registeredUserId: number; gaids: string[]; balance: bigint | undefined },
): Promise<UserAssetSummary> {
  const { assetUuid, registeredUserId, gaids } = of;
  const path = { assetUuid };
  const assignments: UserAssetSummary["assignments"] = [];
  for await (const rows of amp.rows("listAssignments", { path }))
    assignments.push(...rows.filter((row) => row.registeredUser === registeredUserId));
  let balance = of.balance ?? 0n;
  if (of.balance === undefined && gaids.length > 0)
    for await (const rows of amp.rows("getBalance", { path }))
      for (const { gaid, amount } of rows) if (gaid !== null && gaids.includes(gaid)) balance += amount;
  const unknown = { assetId: null, assignmentsSum: null, distributions: [], distributionsSum: null };
  return { ...unknown, assetUuid, assignments, balance };
}

const isCode = (error: unknown, code: AppError["code"]): boolean =>
  error instanceof AppError && error.code === code;
