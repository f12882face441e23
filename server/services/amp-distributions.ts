import type { Distribution } from "@/lib/contracts/amp/distributions";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type AmpDistributionHead,
  type AmpDistributionRow,
  type AmpDistributionView,
  type AmpRecipient,
  headOf,
} from "@/lib/domain/amp-distribution";
import { AppError } from "@/lib/errors";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { isUuid } from "@/lib/uuid";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { distributionsPage } from "@/server/mirror/distributions";
import { operationsByDistribution } from "@/server/treasury/known-operations";
import { getAsset, requireUuid, shownAsset } from "./assets";
import { pageOf } from "./list";
import { userIdsMatching, userNames } from "./user-names";

/**
 * The distributions of an asset that AMP has booked, run from wherever, from the desk's copy of AMP's list. Open
 * ones AMP names only among its assignments. AMP: for the copy GET /assets/{a}/distributions
 */
export async function listAmpDistributions(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<AmpDistributionRow>> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:read", assetUuid);
  const operations = await operationsByDistribution(actor.workspaceId, assetUuid);
  const page = await distributionsPage(actor, assetUuid, query, [...operations.keys()]);
  return { ...page, rows: page.rows.map((head) => withOperation(head, operations)) };
}

/** The same with the asset it is about. AMP: GET /assets/{a}; for the copy …/distributions */
export async function readAmpDistributionsPage(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<{ asset: AmpDistributionView["asset"]; page: ListPage<AmpDistributionRow> }> {
  const [{ asset }, page] = await Promise.all([
    shownAsset(actor, assetUuid),
    listAmpDistributions(actor, assetUuid, query),
  ]);
  const { precision, ticker } = asset;
  return { asset: { assetUuid, precision, ticker }, page };
}

const withOperation = (
  head: AmpDistributionHead,
  operations: ReadonlyMap<string, string>,
): AmpDistributionRow => ({ ...head, operationId: operations.get(head.distributionUuid) ?? null });

/**
 * One of them with a page of those it paid, of whom there may be hundreds of thousands. Found by the register's words for a
 * user, or by the transaction; the names are those of the desk's copy of the register.
 * AMP: GET /assets/{a}/distributions/{d}, GET /assets/{a}
 * @throws AppError NOT_FOUND for an unknown one, and for one that AMP has not booked yet
 */
export async function getAmpDistribution(
  actor: Actor,
  assetUuid: string,
  distributionUuid: string,
  query: ListQuery,
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
  return {
    asset: { assetUuid, precision: asset.precision, ticker: asset.ticker },
    distribution: withOperation(headOf(found), operations),
    transactions: found.transactions.map((one) => ({
      txid: one.txid,
      status: one.transactionStatus,
      blockHeight: one.includedBlockheight,
      confirmedAt: one.confirmedDatetime,
    })),
    recipients: await recipientsPage(actor, paid, query),
  };
}

type Paid = Distribution["transactions"][number]["assignments"][number] & { txid: string };

/** In the order of AMP. */
async function recipientsPage(
  actor: Actor,
  paid: Paid[],
  { q, ...query }: ListQuery,
): Promise<ListPage<AmpRecipient>> {
  const found = q ? await matching(actor, paid, q.trim().toLowerCase()) : paid;
  const { rows, ...page } = pageOf(found, query, { sorts: {}, defaultSort: "" });
  const names = await userNames(
    actor,
    rows.map(({ registeredUser }) => registeredUser),
  );
  return {
    ...page,
    rows: rows.map(({ registeredUser, amount: amountSats, txid, vout }) => ({
      ...{ registeredUser, amountSats, txid, vout },
      userName: names.get(registeredUser) ?? null,
    })),
  };
}

/** Fewer digits are rather meant as a name or a number. */
const TXID_BEGINS = /^[0-9a-f]{8,64}$/;

async function matching(actor: Actor, paid: Paid[], q: string): Promise<Paid[]> {
  const ids = await userIdsMatching(actor, q);
  const isTxid = TXID_BEGINS.test(q);
  return paid.filter(
    ({ registeredUser, txid }) =>
      // Who is no longer registered is found by the number alone.
      ids.has(registeredUser) || String(registeredUser) === q || (isTxid && txid.startsWith(q)),
  );
}
