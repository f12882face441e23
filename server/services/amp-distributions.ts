import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type AmpDistributionRow,
  type AmpDistributionView,
  toAmpDistributionRow,
} from "@/lib/domain/amp-distribution";
import { AppError } from "@/lib/errors";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { operationsByDistribution } from "@/server/treasury/known-operations";
import { getAsset, requireUuid } from "./assets";
import { pageOf } from "./list";
import { isUuid } from "./object-id";
import { userNames } from "./user-names";

/**
 * The distributions of an asset that AMP has booked, run from wherever, newest first. Open ones AMP names only among its
 * assignments. AMP: GET /assets/{a}/distributions
 */
export async function listAmpDistributions(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<AmpDistributionRow>> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:read", assetUuid);
  const amp = await ampAs(actor);
  const operations = await operationsByDistribution(actor.workspaceId, assetUuid);
  const rows: AmpDistributionRow[] = [];
  // Each names everybody it paid, together perhaps hundreds of thousands: only what a row says is held.
  for await (const portion of amp.rows("listDistributions", { path: { assetUuid } })) {
    rows.push(
      ...portion.map((one) => toAmpDistributionRow(one, operations.get(one.distributionUuid) ?? null)),
    );
  }
  return pageOf(rows, query, {
    // What has no time comes last.
    sorts: { confirmed: ({ confirmedAt }) => confirmedAt?.getTime() ?? 0 },
    defaultSort: "-confirmed",
  });
}

/**
 * One of them with everybody it paid; the names are those of the desk's copy of the register.
 * AMP: GET /assets/{a}/distributions/{d}, GET /assets/{a}
 * @throws AppError NOT_FOUND for an unknown one, and for one that AMP has not booked yet
 */
export async function getAmpDistribution(
  actor: Actor,
  assetUuid: string,
  distributionUuid: string,
): Promise<AmpDistributionView> {
  requireUuid(assetUuid);
  if (!isUuid(distributionUuid)) throw new AppError("NOT_FOUND", ampDistributionsText.noDistribution);
  await authorize(actor, "distribution:read", assetUuid);
  const amp = await ampAs(actor);
  const [asset, found, operations] = await Promise.all([
    getAsset(actor, assetUuid),
    amp.call("getDistribution", { path: { assetUuid, distributionUuid } }),
    operationsByDistribution(actor.workspaceId, assetUuid),
  ]);
  const paid = found.transactions.flatMap(({ txid, assignments }) =>
    assignments.map((one) => ({ ...one, txid })),
  );
  const names = await userNames(
    actor,
    paid.map(({ registeredUser }) => registeredUser),
  );
  return {
    asset: { assetUuid, precision: asset.precision, ticker: asset.ticker },
    distribution: toAmpDistributionRow(found, operations.get(found.distributionUuid) ?? null),
    transactions: found.transactions.map((one) => ({
      txid: one.txid,
      status: one.transactionStatus,
      blockHeight: one.includedBlockheight,
      confirmedAt: one.confirmedDatetime,
    })),
    recipients: paid.map(({ registeredUser, amount: amountSats, txid, vout }) => ({
      ...{ registeredUser, amountSats, txid, vout },
      userName: names.get(registeredUser) ?? null,
    })),
  };
}
