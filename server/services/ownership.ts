import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { addUp, largestHolders, type OwnershipView, toHolders } from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import { ownershipText } from "@/lib/messages/ownership";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { getAsset, getSummary } from "./assets";
import { pageOf } from "./list";
import { allUsers } from "./users";

/** Bars of the chart beside the treasury's and the rest's. */
const LARGEST = 10;

/**
 * Who owns how much now: the whole in figures and its largest parts, the owners as a list.
 * AMP: GET /assets/{a}/ownerships, GET /assets/{a}, GET /assets/{a}/summary, GET /registered_users/
 */
export async function readOwnership(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<OwnershipView> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  const amp = await ampAs(actor);
  const [parts, users, summary] = await Promise.all([
    amp.call("listOwnerships", { path: { assetUuid } }),
    allUsers(actor),
    getSummary(actor, assetUuid),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  const holders = toHolders(parts, asset.issuer, names);
  return {
    asset: { ticker: asset.ticker, precision: asset.precision },
    figures: addUp(holders, supplyOf(summary)),
    largest: largestHolders(holders, LARGEST),
    page: pageOf(holders, query, {
      sorts: { owner: ownershipText.holder, amount: (holder) => holder.amountSats },
      defaultSort: "-amount",
      search: (holder) => [ownershipText.holder(holder), ...holder.gaids.map(({ gaid }) => gaid)],
      filters: { kind: (holder, value) => holder.kind === value },
    }),
  };
}
