import type { SandboxDb } from "../db/client";
import { parseAddress } from "../ledger/address";
import { type Draft, sameOutpoint } from "../ledger/coin";
import { FAUCET } from "../ledger/keyring";
import { networkFacts } from "../ledger/networks";
import { pay } from "../ledger/payment";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { unspentOf } from "../ledger/store";
import { exceedsStandardWeight } from "../ledger/weight";
import { newAddress } from "./addresses";
import { spendableCoins } from "./coins";
import { RpcError, type SendManyRequest } from "./port";
import { insertComment } from "./store";

/** @throws RpcError -5 address, -6 funds or weight */
export async function sendMany(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  { recipients, comment = "", minConfirmations = 0, onlyOutpoints }: SendManyRequest,
): Promise<{ txid: string; feeSats: bigint }> {
  const outputs = recipients.map((recipient) => toDraft(network, recipient));
  if (exceedsStandardWeight(outputs.length)) {
    throw new RpcError(-6, "Maximum transaction weight is less than transaction weight without inputs");
  }
  const coins = (await spendableCoins(db, wallet, minConfirmations)).filter(
    (coin) => !onlyOutpoints || onlyOutpoints.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
  const { txid, feeSats } = await asFunds(pay(db, network, { coins, outputs }));
  if (comment !== "") await insertComment(db, wallet, txid, comment);
  return { txid, feeSats };
}

/** L-BTC from the faucet, blinded like any payment. */
export async function fund(db: SandboxDb, network: LiquidNetwork, wallet: string, amountSats: bigint) {
  const address = await newAddress(db, network, wallet);
  const { policyAsset } = networkFacts(network);
  const outputs = [toDraft(network, { address, assetId: policyAsset, amountSats })];
  const { txid } = await asFunds(pay(db, network, { coins: await unspentOf(db, FAUCET), outputs }));
  return { txid };
}

function toDraft(network: LiquidNetwork, recipient: SendManyRequest["recipients"][number]): Draft {
  const { address, assetId, amountSats } = recipient;
  if (amountSats <= 0n) throw new RpcError(-3, "Invalid amount for send");
  try {
    const { scriptHex, blindingKey } = parseAddress(address, network);
    return { kind: "payment", scriptHex, blindingKey, assetId, amountSats };
  } catch (error) {
    if (error instanceof LedgerError) throw new RpcError(-5, `Invalid Bitcoin address: ${address}`);
    throw error;
  }
}

async function asFunds<T>(payment: Promise<T>): Promise<T> {
  try {
    return await payment;
  } catch (error) {
    if (error instanceof LedgerError && error.code === "funds") throw new RpcError(-6, "Insufficient funds");
    throw error;
  }
}
