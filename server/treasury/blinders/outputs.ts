import type { AssetTx, UpdateBlinders } from "@/lib/contracts/amp/transactions";
import {
  type AmpStanding,
  type BlindersLook,
  lacksBlinders,
  outpointName,
  outputsLacking,
} from "@/lib/domain/blinders";
import type { IntentOutput } from "@/lib/domain/intent";
import type { Outpoint } from "@/lib/domain/operation";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { type OutputBlinders, readBlinders } from "@/server/elements/blinders";
import type { NodeClient } from "@/server/elements/rpc";
import type { StepContext } from "../step";
import type { Operation } from "../store";

const PAGE = 200;
/** On a page's way: one transaction may have paid hundreds. */
const END = 20;

/** Each decoded as it arrives: with all that they moved, a page of them has megabytes. */
async function readPage(
  amp: AmpClient,
  assetUuid: string,
  query: { start: number; count: number; sortOrder: "asc" | "desc" },
): Promise<AssetTx[]> {
  const page: AssetTx[] = [];
  for await (const rows of amp.rows("listTransactions", { path: { assetUuid }, query })) page.push(...rows);
  return page;
}

/** Every output of the asset's treasury that AMP lacks the blinders of. AMP: GET /assets/{a}/txs, all pages */
export async function findLacking(amp: AmpClient, assetUuid: string): Promise<IntentOutput[]> {
  const lacking: AssetTx[] = [];
  let first: string | undefined;
  for (let start = 0; ; start += PAGE) {
    const page = await readPage(amp, assetUuid, { start, count: PAGE, sortOrder: "asc" });
    // An AMP that takes no notice of `start` tells the same again, without an end.
    if (start > 0 && page[0]?.txid === first) return outputsLacking(lacking);
    first ??= page[0]?.txid;
    lacking.push(...page.filter((transaction) => outputsLacking([transaction]).length > 0));
    // More than was asked for: this AMP does not page, and that was all.
    if (page.length !== PAGE) return outputsLacking(lacking);
  }
}

/**
 * The oldest transactions, the issuance among them, and the newest: change that AMP was never told of. Of an asset with very
 * many, those between are left to the watch. AMP: GET /assets/{a}/txs, one page, two where one is not all
 */
export async function readEnds(amp: AmpClient, assetUuid: string): Promise<AssetTx[]> {
  const end = (sortOrder: "asc" | "desc") => readPage(amp, assetUuid, { start: 0, count: END, sortOrder });
  const oldest = await end("asc");
  const newest = oldest.length < END ? [] : await end("desc");
  return [...new Map([...oldest, ...newest].map((transaction) => [transaction.txid, transaction])).values()];
}

/** What one update covers: each transaction costs the node and AMP a question. */
export const TRANSACTIONS = 100;

/**
 * Those of the outputs that the wallet can open, those that it cannot, and how many were not asked of it.
 * RPC gettransaction, listunspent
 */
export async function sortByWallet(node: NodeClient, outputs: IntentOutput[]) {
  const txids = new Set([...new Set(outputs.map(({ txid }) => txid))].slice(0, TRANSACTIONS));
  const asked = outputs.filter(({ txid }) => txids.has(txid));
  const blinders = await readBlinders(node, asked);
  const isKnown = (output: IntentOutput) => findBlinders(blinders, output) !== undefined;
  return {
    known: asked.filter(isKnown),
    unknown: asked.filter((output) => !isKnown(output)),
    later: outputs.length - asked.length,
  };
}

const findBlinders = (blinders: OutputBlinders[], { txid, vout, assetId }: IntentOutput) =>
  blinders.find((one) => one.txid === txid && one.vout === vout && one.assetId === assetId);

/** Each approved output as AMP and the wallet have it now. AMP: GET /assets/{a}/txs/{txid}; RPC gettransaction, listunspent */
export async function lookAtOutputs(
  { intent, facts }: Operation<"blinders">,
  { amp, node }: Pick<StepContext, "amp" | "node">,
): Promise<BlindersLook[]> {
  const { assetUuid, outputs } = intent;
  const txids = [...new Set(outputs.map(({ txid }) => txid))];
  const transactions: AssetTx[] = [];
  for (const txid of txids) transactions.push(...(await readTransaction(amp, assetUuid, txid)));
  const blinders = await readBlinders(node, outputs);
  return outputs.map((output) => {
    const own = findBlinders(blinders, output);
    return {
      output,
      atAmp: standingOf(transactions, output, own),
      isInWallet: own !== undefined,
      wasTold: findOutpoint(facts.blinders?.told, output) !== undefined,
      refusal: findOutpoint(facts.blinders?.refused, output)?.words ?? null,
    };
  });
}

const findOutpoint = <T extends Outpoint>(some: T[] = [], output: Outpoint): T | undefined =>
  some.find((one) => outpointName(one) === outpointName(output));

/** AMP: GET /assets/{a}/txs/{txid}. @returns none where AMP does not list it */
async function readTransaction(amp: AmpClient, assetUuid: string, txid: string): Promise<AssetTx[]> {
  const found = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
  return found ? [found] : [];
}

function standingOf(
  transactions: AssetTx[],
  { txid, vout, assetId }: IntentOutput,
  own: OutputBlinders | undefined,
): AmpStanding {
  const rows = transactions.find((transaction) => transaction.txid === txid)?.outputs ?? [];
  const row = rows.find((one) => one.vout === vout && one.assetId === assetId);
  if (!row) return "gone";
  if (lacksBlinders(row)) return "lacking";
  if (!own) return "shown";
  const isOwn = row.assetBlinder === own.assetBlinder && row.amountBlinder === own.amountBlinder;
  return isOwn ? "shown" : "other";
}

/**
 * What AMP is told of one output; null when AMP has it by now, or the wallet cannot open it.
 * AMP: GET /assets/{a}/txs/{txid}; RPC gettransaction, listunspent
 */
export async function blindersToTell(
  assetUuid: string,
  output: IntentOutput,
  { amp, node }: Pick<StepContext, "amp" | "node">,
): Promise<UpdateBlinders | null> {
  const own = findBlinders(await readBlinders(node, [output]), output);
  const transactions = await readTransaction(amp, assetUuid, output.txid);
  if (!own || standingOf(transactions, output, own) !== "lacking") return null;
  const { txid, vout, assetBlinder, amountBlinder } = own;
  return { txid, vout, assetBlinder, amountBlinder };
}
