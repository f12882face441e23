import type { Transaction } from "liquidjs-lib";
import type { SandboxDb } from "../../db/client";
import { toHex } from "../../ledger/bytes";
import { outpointsOf } from "../../ledger/finished";
import { keysOf, walletOwner } from "../../ledger/keyring";
import type { LiquidNetwork } from "../../ledger/port";
import { signWalletInput } from "../../ledger/signing";
import { findCoins, outpointKey } from "../../ledger/spendable-store";
import { checkInput } from "../../ledger/witness";
import { loadZkp } from "../../ledger/zkp";

/** Why an input is not complete, as signrawtransactionwithwallet lists it. */
export interface InputError {
  txid: string;
  vout: number;
  witness: string[];
  scriptSig: string;
  sequence: number;
  error: string;
}

/** Words of the script interpreter that signing puts differently. */
const SIGNING_WORDS = new Map([
  [
    "Operation not valid with the current stack size",
    "Unable to sign input, invalid stack size (possibly missing key)",
  ],
  [
    "Signature must be zero for failed CHECK(MULTI)SIG operation",
    "CHECK(MULTI)SIG failing with non-zero signature (possibly need more signatures)",
  ],
]);

/** Signs the inputs that are the wallet's. @returns what still stands against the transaction */
export async function signRaw(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  transaction: Transaction,
): Promise<InputError[]> {
  const zkp = await loadZkp();
  const outpoints = outpointsOf(transaction);
  const found = await findCoins(db, outpoints);
  const coins = outpoints.map((outpoint) => found.get(outpointKey(outpoint)));
  const own = coins.filter((coin) => coin?.owner === walletOwner(wallet));
  const keys = await keysOf(
    db,
    network,
    own.flatMap((coin) => coin?.scriptHex ?? []),
  );
  for (const [vin, coin] of coins.entries()) {
    const pair = coin && keys.get(coin.scriptHex);
    if (!coin || !pair || coin.spentBy || checkInput(zkp, transaction, vin, coin) === null) continue;
    signWalletInput(zkp, transaction, vin, coin, pair.holder);
  }
  return coins.flatMap((coin, vin) => {
    const word = coin && !coin.spentBy ? checkInput(zkp, transaction, vin, coin) : MISSING;
    return word === null ? [] : [describeError(transaction, vin, SIGNING_WORDS.get(word) ?? word)];
  });
}

const MISSING = "Input not found or already spent";

function describeError(transaction: Transaction, vin: number, error: string): InputError {
  const { txid = "", vout = 0 } = outpointsOf(transaction)[vin] ?? {};
  const { witness = [], script = Buffer.alloc(0), sequence = 0 } = transaction.ins[vin] ?? {};
  return { txid, vout, witness: witness.map(toHex), scriptSig: toHex(script), sequence, error };
}
