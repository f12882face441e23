import { and, eq, sql } from "drizzle-orm";
import type { Outpoint } from "@/lib/contracts/wire";
import { trackedOutputs, userGaids } from "../db/amp-tables";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { isAmong, type TrackedOutput } from "./books";
import type { Call, Handlers } from "./call";
import { isHeld } from "./lost-outputs";
import { refused } from "./refusal";

const utxo = (asset: AssetRow, output: TrackedOutput, userId: number | null) => ({
  txid: output.txid,
  vout: output.vout,
  asset: asset.assetId,
  amount: output.amountSats,
  registeredUser: userId,
  gaid: output.gaid,
  blacklisted: output.isBlacklisted,
});

/** What is held, of these outpoints alone when there are any. */
async function heldWithUsers(unit: Unit, asset: AssetRow, outpoints?: Outpoint[]) {
  const rows = await unit.db
    .select({ output: trackedOutputs, userId: userGaids.userId })
    .from(trackedOutputs)
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .where(and(await isHeld(unit, asset), outpoints && isAmong(outpoints)))
    .orderBy(sql`${trackedOutputs.fromHeight} nulls last`, trackedOutputs.txid, trackedOutputs.vout);
  return rows.map((row) => utxo(asset, row.output, row.userId));
}

const key = ({ txid, vout }: Outpoint) => `${txid}:${vout}`;

type MarkCall = Pick<Call<"blacklistUtxos">, "unit" | "asset" | "body">;

async function setBlacklisted({ unit, asset, body }: MarkCall, isBlacklisted: boolean) {
  if (body.length === 0) return [];
  const held = await heldWithUsers(unit, asset, body);
  const places = new Set(held.map(key));
  const unknown = body.find((outpoint) => !places.has(key(outpoint)));
  if (unknown) throw refused(`The output ${key(unknown)} is unknown or already spent.`);
  await unit.db.update(trackedOutputs).set({ isBlacklisted }).where(isAmong(body));
  return held.map((output) => ({ ...output, blacklisted: isBlacklisted }));
}

export const utxoHandlers = {
  listUtxos: ({ unit, asset }) => heldWithUsers(unit, asset),
  blacklistUtxos: (call) => setBlacklisted(call, true),
  whitelistUtxos: (call) => setBlacklisted(call, false),
} satisfies Handlers;
