import { payments, script, Transaction } from "liquidjs-lib";
import { fromHex } from "./bytes";
import type { Coin } from "./coin";
import { gaidScripts, type KeyPair } from "./keys";
import type { Zkp } from "./zkp";

const { SIGHASH_ALL } = Transaction;

/** The value field that a signature covers: the commitment, or the explicit amount. */
function signedValue(coin: Coin): Buffer {
  if (coin.amountCommitment) return fromHex(coin.amountCommitment);
  const value = Buffer.alloc(9);
  value[0] = 1;
  value.writeBigUInt64BE(coin.amountSats, 1);
  return value;
}

function sign(
  zkp: Zkp,
  transaction: Transaction,
  vin: number,
  code: Buffer,
  coin: Coin,
  key: KeyPair,
): Buffer {
  const digest = transaction.hashForWitnessV0(vin, code, signedValue(coin), SIGHASH_ALL);
  return script.signature.encode(Buffer.from(zkp.ecc.sign(digest, key.privateKey)), SIGHASH_ALL);
}

/** Signs one key-hash input (segwit v0, all outputs covered). */
export function signWalletInput(
  zkp: Zkp,
  transaction: Transaction,
  vin: number,
  coin: Coin,
  key: KeyPair,
): void {
  const code = payments.p2pkh({ pubkey: key.publicKey }).output;
  if (!code) throw new Error("A script could not be made.");
  transaction.setWitness(vin, [sign(zkp, transaction, vin, code, coin, key), key.publicKey]);
}

/** Signs one input of a GAID with the holder's and the backend's key. */
export function signGaidInput(
  zkp: Zkp,
  transaction: Transaction,
  vin: number,
  coin: Coin,
  { holder, backend }: { holder: KeyPair; backend: KeyPair },
): void {
  const { witnessScript, redeemScript } = gaidScripts(holder.publicKey, backend.publicKey);
  const signatures = [holder, backend].map((key) => sign(zkp, transaction, vin, witnessScript, coin, key));
  transaction.setInputScript(vin, script.compile([redeemScript]));
  // OP_CHECKMULTISIG takes one element more than it needs.
  transaction.setWitness(vin, [Buffer.alloc(0), ...signatures, witnessScript]);
}
