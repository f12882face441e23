import type { GaidBalance } from "@/lib/contracts/amp/gaids";
import type { Actor } from "@/lib/domain/actor";
import { mayBeGaid } from "@/lib/domain/gaid";
import type { GaidView } from "@/lib/domain/gaid-view";
import { AppError } from "@/lib/errors";
import { gaidsText } from "@/lib/messages/gaids";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { type Asset, allAssets } from "./assets";
import { readBlacklistedIn } from "./blacklisted-users";

/**
 * What AMP knows of a wallet.
 * AMP: GET /gaids/{g}/validate, …/registered_user, …/balance, GET /assets/
 */
export async function readGaid(actor: Actor, gaid: string): Promise<GaidView> {
  await authorize(actor, "gaid:read");
  const nothing = { gaid, user: null, balances: [], asOf: now() };
  if (!mayBeGaid(gaid)) return { ...nothing, problem: "form" };
  const amp = await ampAs(actor);
  const { isValid } = await amp.call("validateGaid", { path: { gaid } });
  if (!isValid) return { ...nothing, problem: "unknown" };
  const [user, balances, assets] = await Promise.all([
    findUser(amp, gaid),
    amp.call("listGaidBalances", { path: { gaid } }),
    allAssets(actor),
  ]);
  const shown = held(balances, assets);
  const known = new Set(assets.map(({ assetUuid }) => assetUuid));
  const uuids = shown.map(({ assetUuid }) => assetUuid).filter((assetUuid) => known.has(assetUuid));
  const blacklistedOf = await readBlacklistedIn(actor, uuids, gaid);
  return {
    ...nothing,
    problem: null,
    user,
    balances: shown.map((balance) => ({ ...balance, blacklisted: blacklistedOf(balance.assetUuid) })),
  };
}

async function findUser(amp: AmpClient, gaid: string): Promise<GaidView["user"]> {
  const user = await orNull(amp.call("getGaidUser", { path: { gaid } }));
  return user && { id: user.id, name: user.name };
}

/** AMP lists every asset, those without a balance too. */
function held(balances: GaidBalance[], assets: Asset[]): Omit<GaidView["balances"][number], "blacklisted">[] {
  const known = new Map(assets.map((asset) => [asset.assetUuid, asset]));
  return balances
    .filter(({ balance }) => balance > 0n)
    .map(({ assetUuid, assetId, balance }) => {
      const asset = known.get(assetUuid);
      return {
        assetUuid,
        name: asset?.name ?? assetId,
        ticker: asset?.ticker ?? null,
        precision: asset?.precision ?? 0,
        balanceSats: balance,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

/**
 * A fresh address of a wallet. AMP: GET /gaids/{g}/address, which makes a new one at each call: never repeated.
 * @throws AppError INVALID_INPUT for what is no GAID, REJECTED when AMP gives none
 */
export async function takeGaidAddress(
  actor: Actor,
  { gaid }: { gaid: string },
): Promise<{ address: string }> {
  await authorize(actor, "gaid:read");
  if (!mayBeGaid(gaid)) throw new AppError("INVALID_INPUT", gaidsText.problems.form.title);
  const amp = await ampAs(actor);
  return audited(actor, { action: "gaid.address-taken", detail: { gaid } }, async () => {
    const { address, error } = await amp.call("getGaidAddress", { path: { gaid } });
    if (address === "") {
      throw new AppError("REJECTED", gaidsText.address.none(error || gaidsText.address.noReason));
    }
    return { address };
  });
}

/** For a page that only asks for a GAID. @throws AppError FORBIDDEN */
export const mayLookUpGaids = async (actor: Actor): Promise<void> => authorize(actor, "gaid:read");
