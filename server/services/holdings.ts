import { getAddress } from "viem";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { Distribution } from "@/lib/contracts/amp/distributions";
import type { InvestorHolding, InvestorHoldings } from "@/lib/domain/holdings";
import type { Investor } from "@/lib/domain/investor";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { orNull } from "@/server/amp/look-up";
import { userSummaries } from "@/server/amp/user-summaries";
import { now } from "@/server/platform/clock";
import { ampOfIssuer } from "@/server/requests/amp";
import { findLink } from "@/server/requests/link-store";
import { requestsOf } from "@/server/requests/store";

/**
 * What an approved investor has of an issuer's assets, read with the issuer's stored token: only of the GAID that the own
 * wallet was approved with, and only what the issuer lets investors see. null when the issuer shows nothing, or has
 * not approved this wallet.
 * AMP: GET /gaids/{g}/registered_user, /gaids/{g}/balance, /registered_users/{u}/summary, /assets/
 * @param issuer the part of the issuer's link; without it the one by whose link the person came
 * @throws AppError NOT_FOUND without such an issuer, UNAVAILABLE
 */
export async function readHoldings(investor: Investor, issuer?: string): Promise<InvestorHoldings | null> {
  const slug = issuer ?? investor.issuerSlug;
  const link = slug === null ? null : await findLink({ slug });
  if (!link) throw new AppError("NOT_FOUND", requestsText.inbox.noIssuer);
  const { workspaceId, showsHoldings, showsDistributions } = link;
  const own = await requestsOf({ workspaceId, address: getAddress(investor.address) });
  const approved = own.find(({ state }) => state === "approved");
  if (!approved || !(showsHoldings || showsDistributions)) return null;
  const { gaid } = approved.bound;
  const amp = await ampOfIssuer(workspaceId);
  const user = await orNull(amp.call("getGaidUser", { path: { gaid } }));
  const head = { gaid, asOf: now(), showsHoldings, showsDistributions };
  // A GAID that another user has by now is not what the issuer approved.
  if (user === null || user.id !== approved.ampUserId) return { ...head, holdings: [] };
  const [balances, summaries, assets] = await Promise.all([
    amp.call("listGaidBalances", { path: { gaid } }),
    userSummaries(amp, user.id),
    amp.call("listAssets"),
  ]);
  const balanceOf = new Map(balances.map((row) => [row.assetUuid, row.balance]));
  const summaryOf = new Map(summaries.map((row) => [row.assetUuid, row]));
  const isOwn = (assignment: Assignment) => (assignment.gaid ?? user.gaid) === gaid;
  const holdings = assets
    .map((asset) =>
      toHolding(asset, {
        balanceSats: balanceOf.get(asset.assetUuid) ?? 0n,
        own: summaryOf.get(asset.assetUuid)?.assignments.filter(isOwn) ?? [],
        sent: summaryOf.get(asset.assetUuid)?.distributions ?? [],
      }),
    )
    .map((holding) => ({
      ...holding,
      ...(showsHoldings ? {} : { balanceSats: null, vesting: [] }),
      ...(showsDistributions ? {} : { distributions: [] }),
    }))
    .filter(
      ({ balanceSats, vesting, distributions }) =>
        balanceSats || vesting.length > 0 || distributions.length > 0,
    );
  return { ...head, holdings };
}

/** @param of.own the assignments to this GAID: a registered user may have several GAIDs, and others are not shown */
function toHolding(
  { assetUuid, name, ticker, precision }: Asset,
  of: { balanceSats: bigint; own: Assignment[]; sent: Distribution[] },
): InvestorHolding {
  const transactionOf = (uuid: string | null) =>
    of.sent.find(({ distributionUuid }) => distributionUuid === uuid)?.transactions[0];
  const open = of.own.filter(({ isDistributed }) => !isDistributed);
  const paid = of.own.filter(({ isDistributed }) => isDistributed);
  return {
    ...{ assetUuid, name, ticker, precision, balanceSats: of.balanceSats },
    vesting: open.map(({ id, amount, vestingDatetime, hasVested, readyForDistribution }) => ({
      ...{ id, amountSats: amount, vestsAt: vestingDatetime, hasVested, isReady: readyForDistribution },
    })),
    distributions: paid.map(({ id, amount, distributionUuid }) => {
      const transaction = transactionOf(distributionUuid);
      return {
        ...{ id, amountSats: amount, txid: transaction?.txid ?? null },
        confirmedAt: transaction?.confirmedDatetime ?? null,
      };
    }),
  };
}
