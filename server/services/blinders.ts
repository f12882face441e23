import type { AssetTx } from "@/lib/contracts/amp/transactions";
import type { Actor } from "@/lib/domain/actor";
import { type BlindersPreview, outputsLacking } from "@/lib/domain/blinders";
import { type Check, type CheckId, check } from "@/lib/domain/distribution";
import { type BlindersIntent, blindersText, type IntentOutput } from "@/lib/domain/intent";
import { blindersWorksText } from "@/lib/messages/blinders-works";
import { distributionsText } from "@/lib/messages/distributions";
import type { AmpClient } from "@/server/amp/client";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { withNodeWords } from "@/server/elements/rpc";
import { requireEnvironment } from "@/server/platform/environments";
import { findLacking, readEnds, sortByWallet, TRANSACTIONS } from "@/server/treasury/blinders/outputs";
import { nodeOf } from "@/server/treasury/node";
import { checkNode } from "@/server/treasury/preflight";
import { listOperations } from "@/server/treasury/store";
import { newerThanWalk, readEach } from "@/server/watch/lacking-now";
import { countLackingBeside, lackingBeside, type WalkKey } from "@/server/watch/lacking-store";
import { approveOperation, hashOfIntent } from "./approval";
import { type Asset, getAsset, requireUuid } from "./assets";

/**
 * Of which outputs AMP would be told the blinders now, and whether anything stands in the way. Nothing is sent on the
 * chain, so neither fee nor passphrase is asked for, and AMP takes blinders whether or not the asset is authorised.
 * AMP: GET /assets/{a}, GET /assets/{a}/txs, …/txs/{txid}; RPC getnetworkinfo, getblockchaininfo, gettransaction, listunspent
 */
export async function previewBlinders(actor: Actor, assetUuid: string): Promise<BlindersPreview> {
  requireUuid(assetUuid);
  await authorize(actor, "blinders:run", assetUuid);
  const amp = await ampAs(actor);
  const [asset, lacking, [open], nodeChecks] = await Promise.all([
    getAsset(actor, assetUuid),
    lackingNow(amp, { workspaceId: actor.workspaceId, assetUuid }),
    listOperations(actor.workspaceId, { assetUuid, state: "open", limit: 1 }),
    checkNodeAlone(actor),
  ]);
  const { known, unknown, later } = await askWallet(actor, lacking, nodeChecks);
  const intent = toIntent(asset, known);
  const { allShown, unknown: noneKnown } = blindersWorksText.remedies;
  const checks = [
    check("no-open-operation", open === undefined, distributionsText.remedies.openOperation),
    ...nodeChecks,
    check("blinders-known", known.length > 0, lacking.length === 0 ? allShown : noneKnown),
  ];
  return {
    asset,
    intent,
    intentHash: hashOfIntent(blindersText(intent)),
    unknown,
    later,
    checks,
    canStart: checks.every(({ isOk }) => isOk),
    openOperationId: open?.id ?? null,
  };
}

/** As many as an update covers are asked for one by one, where the watch knows which. */
async function lackingNow(amp: AmpClient, key: WalkKey): Promise<IntentOutput[]> {
  const newer = await newerThanWalk(amp, key);
  if (!newer) return findLacking(amp, key.assetUuid);
  const known = await lackingBeside(key, txidsOf(newer), TRANSACTIONS + 1);
  // Which of so many the wallet can open, their age alone does not tell.
  if (known.length > TRANSACTIONS) return findLacking(amp, key.assetUuid);
  return outputsLacking([...newer, ...(await readEach(amp, key, known))]);
}

const txidsOf = (transactions: AssetTx[]) => transactions.map(({ txid }) => txid);

/** Telling spends nothing and signs nothing. */
const FOR_PAYMENTS: CheckId[] = ["wallet-unlocked", "fee-funds", "asset-funds"];

async function checkNodeAlone({ workspaceId, environment }: Actor): Promise<Check[]> {
  const nothing = { assetId: "", totalSats: 0n, feeSats: 0n };
  const checks = await checkNode(workspaceId, requireEnvironment(environment).network, nothing);
  return checks.filter(({ id }) => !FOR_PAYMENTS.includes(id));
}

/** A node that is away knows none of them: its own check says why. */
async function askWallet({ workspaceId }: Actor, lacking: IntentOutput[], nodeChecks: Check[]) {
  const isAway = nodeChecks.some(({ id, isOk }) => id === "node-reachable" && !isOk);
  if (isAway) return { known: [], unknown: [], later: lacking.length };
  return withNodeWords(sortByWallet(await nodeOf(workspaceId), lacking));
}

const toIntent = (asset: Asset, outputs: IntentOutput[]): BlindersIntent => ({
  assetUuid: asset.assetUuid,
  assetId: asset.assetId,
  assetName: asset.name,
  ticker: asset.ticker,
  precision: asset.precision,
  totalSats: 0n,
  outputs,
});

/**
 * Stores the approved update; the worker carries it out. The intent is formed anew and must have the hash that the person
 * saw.
 * @throws AppError CONFLICT when it changed meanwhile, REJECTED when a check fails
 */
export async function startBlinders(
  actor: Actor,
  input: { intentId: string; assetUuid: string; intentHash: string },
): Promise<{ operationId: string }> {
  return approveOperation(actor, {
    kind: "blinders",
    permission: "blinders:run",
    input,
    preview: () => previewBlinders(actor, input.assetUuid),
    detail: ({ outputs }) => ({ outputs: outputs.length }),
    texts: blindersWorksText,
  });
}

const ASKED_FOR_A_HINT = 20;

/**
 * For a hint and a filter: how many outputs AMP lacks the blinders of, as far as is known. What the watch has found is asked
 * for where it is little, and what came since. Before it has looked through all, the asset's oldest and newest transactions are
 * read; of the others counts what it has found. AMP: GET /assets/{a}/txs, one or two pages, …/txs/{txid}
 */
export async function countLacking(actor: Actor, assetUuid: string): Promise<number> {
  requireUuid(assetUuid);
  await authorize(actor, "blinders:run", assetUuid);
  const amp = await ampAs(actor);
  const key = { workspaceId: actor.workspaceId, assetUuid };
  const newer = await newerThanWalk(amp, key);
  const read = newer ?? (await readEnds(amp, assetUuid));
  const known = newer ? await lackingBeside(key, txidsOf(newer), ASKED_FOR_A_HINT + 1) : [];
  const few = known.length > ASKED_FOR_A_HINT ? [] : known;
  const lacking = outputsLacking([...read, ...(await readEach(amp, key, few))]);
  return lacking.length + (await countLackingBeside(key, [...txidsOf(read), ...few]));
}
