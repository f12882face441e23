import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { OutputsOfOwners } from "@/lib/domain/blacklist-impact";
import { isGaid } from "@/lib/domain/gaid";
import {
  type BlacklistResult,
  MOST_OUTPUTS,
  sumOf,
  type UtxoRef,
  type UtxoSum,
  type UtxosView,
  utxoKey,
  type WalletCheck,
} from "@/lib/domain/utxos";
import { AppError, isUnclear } from "@/lib/errors";
import { utxosText } from "@/lib/messages/utxos";
import { may } from "@/lib/policy";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { holdersChanged } from "@/server/mirror/holders";
import { outputsOfOwners, utxosChanged, utxosPage } from "@/server/mirror/utxos";
import { getAsset, requireUuid } from "./assets";

/**
 * The unspent outputs of an asset with their owners, out of the desk's copy of AMP's list.
 * AMP: GET /assets/{a}/utxos, GET /registered_users/; for one wallet GET /gaids/{g}/balance/{a}
 */
export async function listUtxos(actor: Actor, assetUuid: string, query: ListQuery): Promise<UtxosView> {
  requireUuid(assetUuid);
  await authorize(actor, "utxo:read", assetUuid);
  const [asset, { ofGaid, ...view }] = await Promise.all([
    getAsset(actor, assetUuid),
    utxosPage(actor, assetUuid, query),
  ]);
  return {
    ...view,
    asset: { name: asset.name, ticker: asset.ticker, precision: asset.precision },
    wallet: await checkWallet(actor, assetUuid, query.filters.gaid, ofGaid),
  };
}

/**
 * What some owners have, before somebody changes what of it can be moved, out of the desk's copy.
 * AMP: for the copy GET /assets/{a}/utxos
 * @param keys as `ownerKey` has them, `MOST_OUTPUTS` at most
 * @throws AppError INVALID_INPUT for more
 */
export async function countOwners(
  actor: Actor,
  assetUuid: string,
  keys: readonly string[],
): Promise<OutputsOfOwners> {
  requireUuid(assetUuid);
  await authorize(actor, "utxo:read", assetUuid);
  if (keys.length > MOST_OUTPUTS) throw new AppError("INVALID_INPUT", utxosText.tooMany);
  return outputsOfOwners(actor, assetUuid, keys);
}

async function checkWallet(
  actor: Actor,
  assetUuid: string,
  gaid: string | undefined,
  listed: UtxoSum,
): Promise<WalletCheck | null> {
  if (gaid === undefined || !isGaid(gaid) || !may(actor.role, "gaid:read")) return null;
  await authorize(actor, "gaid:read");
  const amp = await ampAs(actor);
  try {
    const { balance } = await amp.call("getGaidBalance", { path: { gaid, assetUuid } });
    return { gaid, balanceSats: balance, listed };
  } catch (error) {
    // AMP knows no such wallet: the list is empty, and says so itself.
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "REJECTED")) return null;
    throw error;
  }
}

interface BlacklistChange {
  intentId: string;
  assetUuid: string;
  outputs: UtxoRef[];
  isBlacklisted: boolean;
}

/**
 * Puts outputs on the blacklist or takes them off, once per form. Before it, and after an answer that was lost, it looks
 * which of them are so. AMP: GET /assets/{a}/utxos, POST /assets/{a}/utxos/blacklist and /whitelist
 * @throws AppError CONFLICT when one of them is not unspent any more, REJECTED, UNAVAILABLE
 */
export async function setBlacklisted(actor: Actor, input: BlacklistChange): Promise<BlacklistResult> {
  await authorize(actor, "utxo:write", input.assetUuid);
  const amp = await ampAs(actor);
  const { intentId, ...content } = input;
  const action = input.isBlacklisted ? "utxo.blacklist" : "utxo.whitelist";
  return once({ id: intentId, workspaceId: actor.workspaceId, action, input: content }, async () => {
    const chosen = await findChosen(amp, input);
    const open = chosen.filter(({ blacklisted }) => blacklisted !== input.isBlacklisted);
    try {
      if (open.length > 0) await change(actor, amp, input, open);
    } finally {
      await utxosChanged(actor, input.assetUuid);
      // AMP's sum of what is blacklisted came with the copy of the owners.
      await holdersChanged(actor, input.assetUuid);
    }
    return { changed: sumOf(open.map(amountOf)), already: chosen.length - open.length };
  });
}

const amountOf = ({ amount }: Utxo) => ({ amountSats: amount });

/** What AMP says now of the chosen outputs. @throws AppError CONFLICT when it lacks one */
async function findChosen(amp: AmpClient, { assetUuid, outputs }: BlacklistChange): Promise<Utxo[]> {
  const wanted = new Set(outputs.map(utxoKey));
  const found = await readChosen(amp, assetUuid, wanted);
  if (found.length < wanted.size) throw new AppError("CONFLICT", utxosText.gone(wanted.size - found.length));
  return found;
}

/** AMP's list may be megabytes long: only the chosen rows are kept. */
async function readChosen(amp: AmpClient, assetUuid: string, wanted: ReadonlySet<string>): Promise<Utxo[]> {
  const found: Utxo[] = [];
  for await (const utxos of amp.rows("listUtxos", { path: { assetUuid } })) {
    found.push(...utxos.filter((utxo) => wanted.has(utxoKey(utxo))));
  }
  return found;
}

async function change(actor: Actor, amp: AmpClient, input: BlacklistChange, open: Utxo[]): Promise<void> {
  const { assetUuid, isBlacklisted } = input;
  const action = isBlacklisted ? "utxo.blacklisted" : "utxo.whitelisted";
  const { amountSats } = sumOf(open.map(amountOf));
  const detail = { amountSats, outpoints: open.map(utxoKey) };
  await audited(actor, { action, assetUuid, detail }, async () => {
    const body = open.map(({ txid, vout }) => ({ txid, vout }));
    const name = isBlacklisted ? "blacklistUtxos" : "whitelistUtxos";
    const isSo = (utxos: Utxo[]) => areAll(open, utxos, isBlacklisted);
    const look = async () => isSo(await readChosen(amp, assetUuid, new Set(open.map(utxoKey))));
    try {
      if (isSo(await amp.call(name, { path: { assetUuid }, body }))) return;
    } catch (error) {
      if (isUnclear(error) && (await look().catch(() => false))) return;
      throw error;
    }
    // The form of AMP's answer is not documented, so one that does not say it is laid beside its list.
    if ((await look().catch(() => null)) === false) throw new AppError("INTERNAL", utxosText.unconfirmed);
  });
}

function areAll(wanted: Utxo[], utxos: Utxo[], isBlacklisted: boolean): boolean {
  const states = new Map(utxos.map((utxo) => [utxoKey(utxo), utxo.blacklisted]));
  return wanted.every((utxo) => states.get(utxoKey(utxo)) === isBlacklisted);
}
