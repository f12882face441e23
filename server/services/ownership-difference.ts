import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { Moment, MomentView } from "@/lib/domain/moment";
import { ownersBy, toHolders } from "@/lib/domain/ownership";
import {
  abs,
  changesBetween,
  type DifferenceView,
  differenceFigures,
  type HolderChange,
} from "@/lib/domain/ownership-difference";
import { ownershipText } from "@/lib/messages/ownership";
import { authorize } from "@/server/auth/authorize";
import { findLastMove } from "@/server/history/store";
import { getAsset } from "./assets";
import { pageOf } from "./list";
import { askedMoment, heldAt, momentOf, openHistory, readLedger } from "./ownership-history";
import { partsOf, todaysOwners } from "./ownership-owners";

/**
 * Who came, left, gained and lost between two moments, by the movements; an empty `to` is now. Both ends name everybody
 * as registered today. AMP: GET /assets/{a}, …/txs; for the copies …/ownerships, GET /registered_users/
 * @throws AppError INVALID_INPUT for what is no moment
 */
export async function readDifference(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<DifferenceView> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "ownership:read", assetUuid);
  const from = askedMoment(query.filters.from);
  const to = query.filters.to === undefined ? undefined : askedMoment(query.filters.to);
  const history = await openHistory(actor, asset);
  const ends = orderOf(from, to ?? { height: (await findLastMove(history))?.height ?? 0 });
  const by = ownersBy(query.filters.by);
  const moments = await Promise.all([momentOf(history, ends[0]), momentOf(history, ends[1])]);
  const ledger = await readLedger(history, Math.max(...moments.map(({ height }) => height)));
  const heldThen = (moment: MomentView) => ({ moment, ...heldAt(ledger, moment.height) });
  const [before, after] = [heldThen(moments[0]), heldThen(moments[1])];
  const accounts = [...before.balances.keys(), ...after.balances.keys()];
  const { userIds, names } = await todaysOwners(actor, history, accounts);
  const owners = ({ balances }: typeof before) =>
    toHolders(partsOf(balances, asset.issuer, { userIds }), asset.issuer, names, by);
  const changes = changesBetween(owners(before), owners(after));
  return {
    asset: { ticker: asset.ticker, precision: asset.precision },
    by,
    from: before.moment,
    to: after.moment,
    figures: differenceFigures(changes, { beforeSats: before.supplySats, afterSats: after.supplySats }),
    page: pageOf(changes, query, {
      sorts: {
        size: ({ changeSats }) => abs(changeSats),
        owner: nameOf,
        change: ({ changeSats }) => changeSats,
        before: ({ beforeSats }) => beforeSats,
        after: ({ afterSats }) => afterSats,
      },
      defaultSort: "-size",
      search: (change) => [nameOf(change), ...change.gaids],
      filters: { change: ({ change }, value) => change === value },
    }),
  };
}

/** The earlier end first, where both are of one kind; a height and a time are told apart by the movements alone. */
function orderOf(from: Moment, to: Moment): [Moment, Moment] {
  const isTurned =
    (from.height !== undefined && to.height !== undefined && from.height > to.height) ||
    (from.at !== undefined && to.at !== undefined && from.at > to.at);
  return isTurned ? [to, from] : [from, to];
}

const nameOf = ({ gaids, ...holder }: HolderChange): string =>
  ownershipText.holder({ ...holder, gaids: gaids.map((gaid) => ({ gaid, amountSats: 0n })) });
