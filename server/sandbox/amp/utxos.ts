import { and, eq, sql } from "drizzle-orm";
import type { Outpoint } from "@/lib/contracts/wire";
import { trackedOutputs, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";
import { findOutputs, isOutpoint, isUnspent, type TrackedOutput } from "./books";
import type { Call, Handlers } from "./call";
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

async function unspentWithUsers(db: SandboxDb, asset: AssetRow) {
  const rows = await db
    .select({ output: trackedOutputs, userId: userGaids.userId })
    .from(trackedOutputs)
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .where(isUnspent(asset.uuid))
    .orderBy(sql`${trackedOutputs.fromHeight} nulls last`, trackedOutputs.txid, trackedOutputs.vout);
  return rows.map((row) => utxo(asset, row.output, row.userId));
}

const key = ({ txid, vout }: Outpoint) => `${txid}:${vout}`;

type MarkCall = Pick<Call<"blacklistUtxos">, "unit" | "asset" | "body">;

async function setBlacklisted({ unit, asset, body }: MarkCall, isBlacklisted: boolean) {
  if (body.length === 0) return [];
  const found = await findOutputs(unit.db, asset.uuid, body);
  const unspent = new Set(found.filter((output) => output.spentTxid === null && !output.isBurnt).map(key));
  const unknown = body.find((outpoint) => !unspent.has(key(outpoint)));
  if (unknown) throw refused(`The output ${key(unknown)} is unknown or already spent.`);
  for (const outpoint of body)
    await unit.db.update(trackedOutputs).set({ isBlacklisted }).where(isOutpoint(outpoint));
  const wanted = new Set(body.map(key));
  return (await unspentWithUsers(unit.db, asset)).filter((output) => wanted.has(key(output)));
}

export const utxoHandlers = {
  listUtxos: ({ unit, asset }) => unspentWithUsers(unit.db, asset),
  blacklistUtxos: (call) => setBlacklisted(call, true),
  whitelistUtxos: (call) => setBlacklisted(call, false),
} satisfies Handlers;
