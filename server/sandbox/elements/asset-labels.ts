import { z } from "zod";
import type { SandboxDb } from "../db/client";
import type { NetworkFacts } from "../ledger/networks";
import { readSetting, writeSetting } from "../settings-store";
import { POLICY_LABEL } from "./amounts";
import { RpcError } from "./port";

/**
 * Names that a node shows in place of asset ids. A real node reads them at its start (`-assetdir`); here they are a
 * setting of the world. The policy asset always has one.
 */

const SETTING = "asset-labels";
const NO_ASSET = "0".repeat(64);
const Stored = z.record(z.string(), z.string());

/** Label → asset id. */
export type AssetLabels = Readonly<Record<string, string>>;

export async function assetLabels(
  db: SandboxDb,
  { policyAsset }: Pick<NetworkFacts, "policyAsset">,
): Promise<AssetLabels> {
  const stored = Stored.safeParse(await readSetting(db, SETTING)).data ?? {};
  return { [POLICY_LABEL]: policyAsset, ...stored };
}

/** Replaces all labels but the policy asset's. */
export const saveAssetLabels = (db: SandboxDb, labels: AssetLabels): Promise<void> =>
  writeSetting(db, SETTING, labels);

/**
 * The id of an asset named by its label or its id; whether anybody holds it is another question.
 * @throws RpcError -4 for a text that is neither
 */
export function readAsset(labels: AssetLabels, named: unknown): string {
  const text = String(named);
  const assetId = Object.hasOwn(labels, text) ? labels[text] : text.toLowerCase();
  if (assetId && /^[0-9a-f]{64}$/.test(assetId) && assetId !== NO_ASSET) return assetId;
  throw new RpcError(-4, `Unknown label and invalid asset hex: ${text}`);
}
