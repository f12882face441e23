import type { Transaction } from "liquidjs-lib";
import { fromHex, idToBytes, toHex } from "../../ledger/bytes";
import type { Coin, Draft } from "../../ledger/coin";
import {
  ABSENT,
  explicitAsset,
  explicitValue,
  isCommitment,
  kindOfScript,
  readAsset,
  readValue,
} from "../../ledger/fields";
import { outpointsOf } from "../../ledger/finished";
import { networkFacts } from "../../ledger/networks";
import { plan } from "../../ledger/planning";
import { findCoins, outpointKey } from "../../ledger/spendable-store";
import { exceedsStandardWeight } from "../../ledger/weight";
import { spendableCoins } from "../coins";
import type { WalletContext } from "../method";
import { RpcError } from "../port";
import { inNodeWords, tooHeavy } from "../sending";
import { insertLock } from "../store";
import type { FundOptions } from "./fund-options";

export interface Funded {
  feeSats: bigint;
  /** Where the first change output stands; -1 without change. */
  changePosition: number;
}

/**
 * Adds inputs, change and the fee to a transaction of explicit outputs. Inputs it has already stay first.
 * RPC: fundrawtransaction
 * @throws RpcError -4 funds or weight, -8 options
 */
export async function fundRaw(
  { db, ledger, wallet }: Pick<WalletContext, "db" | "ledger" | "wallet">,
  transaction: Transaction,
  options: FundOptions,
): Promise<Funded> {
  const { network } = ledger;
  if (transaction.outs.length === 0) throw new RpcError(-8, "TX must have at least one output");
  const outputs = transaction.outs.map(toDraft).filter(({ kind }) => kind !== "fee");
  const { changePosition = outputs.length } = options;
  if (changePosition > outputs.length) throw new RpcError(-8, "changePosition out of bounds");
  if (exceedsStandardWeight(outputs)) throw tooHeavy(-4);
  const preset = await presetCoins(db, transaction);
  const isPreset = new Set(preset.map(outpointKey));
  const { minConfirmations } = options;
  const assetIds = [networkFacts(network).policyAsset, ...outputs.map(({ assetId }) => assetId)];
  const coins = options.addsInputs
    ? await spendableCoins(db, wallet.name, { assetIds, minConfirmations })
    : [];
  const { feeRate, subtractFeeFrom, changeTo } = options;
  const planned = await inNodeWords(-4, () =>
    plan(db, network, {
      coins: coins.filter((coin) => !isPreset.has(outpointKey(coin))),
      preset,
      outputs,
      ...{ feeRate, subtractFeeFrom, changeTo },
    }),
  );
  const added = planned.inputs.filter((coin) => !isPreset.has(outpointKey(coin)));
  for (const coin of added) transaction.addInput(idToBytes(coin.txid), coin.vout, options.sequence);
  const fee: Draft = {
    ...{ kind: "fee", scriptHex: "", blindingKey: null },
    ...{ assetId: networkFacts(network).policyAsset, amountSats: planned.feeSats },
  };
  transaction.outs = [];
  const before = planned.outputs.slice(0, changePosition);
  for (const draft of [...before, ...planned.change, ...planned.outputs.slice(changePosition), fee])
    addOutput(transaction, draft);
  if (options.locksInputs) for (const coin of planned.inputs) await insertLock(db, wallet.name, coin, false);
  return { feeSats: planned.feeSats, changePosition: planned.change.length > 0 ? changePosition : -1 };
}

async function presetCoins(db: WalletContext["db"], transaction: Transaction): Promise<Coin[]> {
  const outpoints = outpointsOf(transaction);
  const found = await findCoins(db, outpoints);
  return outpoints.map((outpoint) => {
    const coin = found.get(outpointKey(outpoint));
    if (coin && !coin.spentBy) return coin;
    throw new RpcError(-4, "Unable to find UTXO for external input");
  });
}

function toDraft({ asset, value, nonce, script }: Transaction["outs"][number]): Draft {
  const [assetId, amountSats] = [readAsset(asset), readValue(value)];
  if (assetId === null || amountSats === null)
    throw new RpcError(-8, "The transaction has blinded outputs already; fund it before it is blinded.");
  const blindingKey = isCommitment(nonce) ? toHex(nonce) : null;
  return { kind: kindOfScript(script), scriptHex: toHex(script), blindingKey, assetId, amountSats };
}

function addOutput(transaction: Transaction, draft: Draft): void {
  const { scriptHex, amountSats, assetId, blindingKey } = draft;
  const nonce = blindingKey ? fromHex(blindingKey) : ABSENT;
  transaction.addOutput(fromHex(scriptHex), explicitValue(amountSats), explicitAsset(assetId), nonce);
}
