import type { Asset } from "@/lib/contracts/amp/assets";
import type { SpendableCoin } from "@/lib/contracts/elements";
import { unconfidentialAddress } from "@/lib/domain/liquid-address";
import {
  type Answers,
  findingsOf,
  type Look,
  type OperationTransaction,
  questionsOf,
  type WalletCoin,
} from "@/lib/domain/reconcile";
import { sumOf, utxoKey } from "@/lib/domain/utxos";
import type { WatchFigures } from "@/lib/domain/watch";
import type { AmpClient } from "@/server/amp/client";
import { readCoins } from "@/server/elements/coins";
import type { NodeClient } from "@/server/elements/rpc";
import {
  findSender,
  type KnownOperation,
  operationsInSight,
  type SentTransaction,
  sentInSight,
  txidsOf,
} from "@/server/treasury/known-operations";
import { openAssignments } from "@/server/treasury/open-assignments";
import { figuresAtAmp, lostAtAmp, readAtAmp } from "./at-amp";
import { isIssuedDeep } from "./issued";
import type { GoodLook } from "./store";
import { createTracer, type Tracer } from "./trace";
import { readTracked } from "./tracked";

export interface LookContext {
  workspaceId: string;
  amp: AmpClient;
  node: NodeClient;
  /** The chain's, when the round began. */
  height: number;
}

export interface SeenLook extends GoodLook {
  /** AMP counts something as assigned, and not distributed. */
  hasAssigned: boolean;
}

/** What earlier looks left behind. */
export interface Memory {
  /** Where the reissuance token was. */
  tokens: string[];
  /** Operations by the transactions that an alert names: they stay in sight until its cause is gone. */
  inQuestion: ReadonlyMap<string, string>;
}

/**
 * One look at one asset: AMP, then the wallet, and only where something is in question AMP again and the chain.
 * AMP: GET …/summary, …/lost-outputs, …/utxos. RPC listunspent. In most looks these four calls are all.
 * @throws AppError, RpcError: nothing can be concluded
 */
export async function lookAtAsset(context: LookContext, asset: Asset, memory: Memory): Promise<SeenLook> {
  const { amp, node, workspaceId } = context;
  const told = await readAtAmp(amp, asset);
  const coins = toWalletCoins(await readCoins(node), asset);
  // Read after the wallet: an operation is stored before its coins move.
  const operations = await operationsInSight(workspaceId, asset.assetUuid, [...memory.inQuestion.values()]);
  const tracer = tracerOf(context, asset, operations);
  const ofAsset = coins.filter(({ isToken }) => !isToken);
  const tokens = coins.filter(({ isToken }) => isToken);
  const figures: WatchFigures = {
    ...(await figuresAtAmp(amp, asset, told)),
    walletSats: sumOf(ofAsset).amountSats,
    walletCoins: ofAsset.length,
    walletTokens: sumOf(tokens).amountSats,
  };
  const first: Look = {
    figures,
    treasury: told.tracked.treasury,
    tracked: told.tracked.all,
    ...lostAtAmp(told),
    coins,
    knownTokens: memory.tokens,
    transactions: await readTransactions(sentInSight(operations, context.height, memory.inQuestion), tracer),
  };
  const isQuiet = (look: Look) => Object.values(questionsOf(look)).every(({ length }) => length === 0);
  const look = isQuiet(first) ? first : await withSecondReading(context, asset, first);
  const answers = await answer(look, tracer);
  return {
    figures,
    findings: findingsOf(look, answers),
    tokens: [...tokens.map(({ outpoint }) => outpoint), ...stillInQuestion(look, answers)],
    isAuthorizable: !asset.isAuthorized && (await isIssuedDeep(context, asset, coins)),
    hasAssigned: told.summary.assigned > 0n,
    sawWallet: true,
  };
}

/** AMP once more after the wallet: what it booked in between is no contradiction. */
async function withSecondReading({ amp }: LookContext, asset: Asset, first: Look): Promise<Look> {
  const after = await readTracked(amp, asset);
  const treasury = new Set(after.treasury);
  return {
    ...first,
    treasury: first.treasury.filter((outpoint) => treasury.has(outpoint)),
    tracked: new Set([...first.tracked, ...after.all]),
  };
}

async function answer(look: Look, tracer: Tracer): Promise<Answers> {
  const { fates, sources } = questionsOf(look);
  const answers = { fates: new Map(), sources: new Map() };
  for (const outpoint of fates) answers.fates.set(outpoint, await tracer.fateOf(outpoint));
  for (const txid of sources) answers.sources.set(txid, await tracer.sourceOf(txid));
  return answers;
}

/** A token that was moved outside stays in sight, or its alert would close by itself; so does one that is locked. */
const stillInQuestion = ({ knownTokens, coins }: Look, { fates }: Answers): string[] => {
  const held = new Set(coins.map(({ outpoint }) => outpoint));
  return knownTokens.filter((outpoint) => {
    const fate = fates.get(outpoint);
    return !held.has(outpoint) && (fate?.kind === "unspent" || (fate?.kind === "spent" && !fate.isOrdered));
  });
};

/** RPC listunspent leaves out what is locked. */
const toWalletCoins = (coins: SpendableCoin[], asset: Asset): WalletCoin[] =>
  coins
    .filter((coin) => coin.asset === asset.assetId || coin.asset === asset.reissuanceTokenId)
    .map((coin) => ({
      outpoint: utxoKey(coin),
      amountSats: coin.amount,
      confirmations: coin.confirmations,
      isToken: coin.asset === asset.reissuanceTokenId,
    }));

const readTransactions = (sent: SentTransaction[], tracer: Tracer): Promise<OperationTransaction[]> =>
  Promise.all(
    sent.map(async (transaction) => ({
      ...transaction,
      confirmations: await tracer.confirmationsOf(transaction.txid),
    })),
  );

function tracerOf(
  { amp, node, workspaceId }: LookContext,
  asset: Asset,
  operations: KnownOperation[],
): Tracer {
  const { assetUuid, assetId, reissuanceTokenId: tokenId } = asset;
  const readOrdered = async () => {
    const open = await openAssignments(amp, assetUuid);
    return new Map(
      open.flatMap((row) =>
        row.distributionUuid !== null && row.receivingAddress !== null
          ? [[unconfidentialAddress(row.receivingAddress), row.amount] as const]
          : [],
      ),
    );
  };
  return createTracer({
    node,
    assetId,
    tokenId,
    candidates: operations.flatMap(({ facts }) => txidsOf(facts)),
    findSender: async (movement) => (await findSender(workspaceId, assetUuid, movement))?.state ?? null,
    readOrdered,
  });
}
