import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { getAsset } from "./assets";
import { allUsers } from "./users";

export interface Holding {
  /** `treasury` the issuer's own; `user` a registered user; `account` a GAID without a record. */
  kind: "treasury" | "user" | "account";
  name: string | null;
  userId: number | null;
  gaid: string | null;
  amountSats: bigint;
}

/** Who owns how much now, largest first. AMP: GET /assets/{a}/ownerships, GET /registered_users/ */
export async function readOwnership(actor: Actor, assetUuid: string) {
  await authorize(actor, "ownership:read", assetUuid);
  const amp = await ampAs(actor);
  const [asset, ownerships, users, summary] = await Promise.all([
    getAsset(actor, assetUuid),
    amp.call("listOwnerships", { path: { assetUuid } }),
    allUsers(actor),
    amp.call("getSummary", { path: { assetUuid } }),
  ]);
  const names = new Map(users.map((user) => [user.id, user.name]));
  const holdings = ownerships
    .filter((row) => row.amount > 0n)
    .map((row): Holding => {
      const base = { gaid: row.gaid, amountSats: row.amount };
      if (row.owner === String(asset.issuer) && row.gaid === null)
        return { ...base, kind: "treasury", name: null, userId: null };
      if (row.owner === null) return { ...base, kind: "account", name: null, userId: null };
      const userId = Number(row.owner);
      return { ...base, kind: "user", name: names.get(userId) ?? null, userId };
    })
    .sort((a, b) => (a.amountSats < b.amountSats ? 1 : a.amountSats > b.amountSats ? -1 : 0));
  const totalSats = holdings.reduce((sum, holding) => sum + holding.amountSats, 0n);
  return { asset, summary, holdings, totalSats, asOf: now() };
}
