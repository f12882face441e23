import type { SandboxDb } from "../db/client";
import { parseAddress } from "../ledger/address";
import { type Draft, sameOutpoint } from "../ledger/coin";
import { FAUCET } from "../ledger/keyring";
import { checkChain } from "../ledger/mempool-chain";
import { networkFacts } from "../ledger/networks";
import { broadcast, type Prepared, prepare } from "../ledger/payment";
import type { Payment } from "../ledger/planning";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { unspentOf } from "../ledger/store";
import { exceedsStandardWeight } from "../ledger/weight";
import { newAddress } from "./addresses";
import { spendableCoins } from "./coins";
import { assertCanSign, assertHasKeys } from "./passphrase";
import { RpcError, type SendManyRequest } from "./port";
import { findWallet, insertComment, type WalletRow } from "./store";

export interface SendOptions {
  /** Positions of the recipients that share the fee. */
  subtractFeeFrom?: number[];
  /** Sats per 1000 virtual bytes. */
  feeRate?: bigint;
}

/** @throws RpcError -5 address, -6 funds, weight or a chain of waiting transactions that is too long */
export async function sendMany(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  { recipients, comment = "", onlyOutpoints, ...options }: SendManyRequest & SendOptions,
): Promise<{ txid: string; feeSats: bigint }> {
  const { policyAsset } = networkFacts(network);
  const other = options.subtractFeeFrom?.find((position) => recipients[position]?.assetId !== policyAsset);
  if (other !== undefined) throw otherFeeAsset(policyAsset, recipients[other]?.assetId ?? "");
  const outputs = recipients.map((recipient) => toDraft(network, recipient));
  const assetIds = [policyAsset, ...outputs.map(({ assetId }) => assetId)];
  const coins = (await spendableCoins(db, wallet, { assetIds })).filter(
    (coin) => !onlyOutpoints || onlyOutpoints.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
  return sendPayment(db, network, wallet, { coins, outputs, ...options }, comment);
}

const otherFeeAsset = (policyAsset: string, assetId: string) =>
  new RpcError(
    -6,
    `Wallet does not support more than one type of fee at a time, therefore can not subtract fee from address amount, which is of a different asset id. fee asset: ${policyAsset} recipient asset: ${assetId}`,
  );

/** Prepares, checks and broadcasts a payment of the wallet. @throws RpcError -6 */
export async function sendPayment(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  payment: Payment,
  comment = "",
): Promise<Prepared> {
  assertCanSign(await knownWallet(db, wallet));
  if (exceedsStandardWeight(payment.outputs)) throw tooHeavy(-6);
  const prepared = await inNodeWords(-6, async () => {
    const made = await prepare(db, network, payment);
    await checkChain(db, made.transaction, made.inputs);
    return made;
  });
  await broadcast(db, network, prepared);
  if (comment !== "") await insertComment(db, wallet, prepared.txid, comment);
  return prepared;
}

async function knownWallet(db: SandboxDb, name: string): Promise<WalletRow> {
  const wallet = await findWallet(db, name);
  if (!wallet) throw new LedgerError("unknown", "There is no such wallet.");
  return wallet;
}

export const tooHeavy = (code: number) =>
  new RpcError(code, "Maximum transaction weight is less than transaction weight without inputs");

/** L-BTC from the faucet, blinded like any payment. */
export async function fund(db: SandboxDb, network: LiquidNetwork, wallet: string, amountSats: bigint) {
  assertHasKeys(await knownWallet(db, wallet));
  const address = await newAddress(db, network, wallet);
  const { policyAsset } = networkFacts(network);
  const outputs = [toDraft(network, { address, assetId: policyAsset, amountSats })];
  const { txid } = await inNodeWords(-6, async () => {
    const prepared = await prepare(db, network, { coins: await unspentOf(db, FAUCET), outputs });
    await broadcast(db, network, prepared);
    return prepared;
  });
  return { txid };
}

/** @throws RpcError -3 amount, -5 address */
export function toDraft(network: LiquidNetwork, recipient: SendManyRequest["recipients"][number]): Draft {
  const { address, assetId, amountSats } = recipient;
  if (amountSats <= 0n) throw new RpcError(-3, "Invalid amount for send");
  return { kind: "payment", ...readDestination(network, address), assetId, amountSats };
}

/** @throws RpcError -5 */
export function readDestination(network: LiquidNetwork, address: string) {
  try {
    const { scriptHex, blindingKey } = parseAddress(address, network);
    return { scriptHex, blindingKey };
  } catch (error) {
    if (error instanceof LedgerError) throw new RpcError(-5, `Invalid Bitcoin address: ${address}`);
    throw error;
  }
}

/** What the ledger refuses, under the code that the method has for it. */
export async function inNodeWords<T>(code: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.code === "funds") throw new RpcError(code, "Insufficient funds");
    if (error.code === "limit") throw new RpcError(code, error.message);
    throw error;
  }
}
