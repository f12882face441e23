import { payments, script, Transaction } from "liquidjs-lib";
import { fromHex } from "./bytes";
import type { Coin } from "./coin";
import { explicitValue } from "./fields";
import { gaidScripts, type KeyPair, typeOfScript, walletScript } from "./keys";
import type { Zkp } from "./zkp";

const { SIGHASH_ALL } = Transaction;

/** The value field that a signature covers: the commitment, or the explicit amount. */
export const signedValue = ({
  amountCommitment,
  amountSats,
}: Pick<Coin, "amountCommitment" | "amountSats">) =>
  amountCommitment ? fromHex(amountCommitment) : explicitValue(amountSats);

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

/** Signs one input of a node wallet's key, whatever kind of address it has; all outputs are covered. */
export function signWalletInput(
  zkp: Zkp,
  transaction: Transaction,
  vin: number,
  coin: Coin,
  key: KeyPair,
): void {
  const code = payments.p2pkh({ pubkey: key.publicKey }).output;
  if (!code) throw new Error("A script could not be made.");
  const type = typeOfScript(coin.scriptHex);
  if (type === "legacy") {
    const digest = transaction.hashForSignature(vin, code, SIGHASH_ALL);
    const signature = script.signature.encode(Buffer.from(zkp.ecc.sign(digest, key.privateKey)), SIGHASH_ALL);
    transaction.setInputScript(vin, script.compile([signature, key.publicKey]));
    return;
  }
  if (type === "p2sh-segwit") transaction.setInputScript(vin, script.compile([walletScript(key.publicKey)]));
  transaction.setWitness(vin, [sign(zkp, transaction, vin, code, coin, key), key.publicKey]);
}

/** Signs one input of a GAID with the holder's key and, unless it is not asked yet, the backend's. */
export function signGaidInput(
  zkp: Zkp,
  transaction: Transaction,
  vin: number,
  coin: Coin,
  { holder, backend }: { holder: KeyPair; backend: KeyPair },
  { isHolderOnly }: { isHolderOnly: boolean },
): void {
  const { witnessScript, redeemScript } = gaidScripts(holder.publicKey, backend.publicKey);
  const signers = isHolderOnly ? [holder] : [holder, backend];
  const signatures = signers.map((key) => sign(zkp, transaction, vin, witnessScript, coin, key));
  transaction.setInputScript(vin, script.compile([redeemScript]));
  // OP_CHECKMULTISIG takes one element more than it needs.
  transaction.setWitness(vin, [Buffer.alloc(0), ...signatures, witnessScript]);
}
