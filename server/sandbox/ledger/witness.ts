import { crypto, payments, script, type Transaction } from "liquidjs-lib";
import { fromHex } from "./bytes";
import type { Coin } from "./coin";
import { signedValue } from "./signing";
import type { Zkp } from "./zkp";

/** The signatures of a finished transaction, checked as a node's script interpreter would: the kinds that exist here. */

const NO_WITNESS = "Witness program was passed an empty witness";
const WRONG_PROGRAM = "Witness program hash mismatch";
const MALLEATED = "Witness requires empty scriptSig";
const WRONG_SIGNATURE = "Signature must be zero for failed CHECK(MULTI)SIG operation";
const WRONG_KEY = "Script failed an OP_EQUALVERIFY operation";
const FALSE_STACK = "Script evaluated without error but finished with a false/empty top stack element";
const EMPTY_STACK = "Operation not valid with the current stack size";

/** @returns null when the input may spend the coin, else the interpreter's word against it */
export function checkInput(zkp: Zkp, transaction: Transaction, vin: number, coin: Coin): string | null {
  const input = transaction.ins[vin];
  if (!input) return EMPTY_STACK;
  const lock = fromHex(coin.scriptHex);
  if (isKeyHashProgram(lock))
    return input.script.length > 0 ? MALLEATED : checkKeyHash(zkp, transaction, vin, coin, lock.subarray(2));
  if (coin.scriptHex.startsWith("a914"))
    return checkScriptHash(zkp, transaction, vin, coin, lock.subarray(2, 22));
  if (coin.scriptHex.startsWith("76a914")) return checkLegacy(zkp, transaction, vin, lock);
  return FALSE_STACK;
}

const isKeyHashProgram = (program: Buffer) => program.length === 22 && program[0] === 0 && program[1] === 20;
const isScriptHashProgram = (program: Buffer) =>
  program.length === 34 && program[0] === 0 && program[1] === 32;

function checkKeyHash(zkp: Zkp, transaction: Transaction, vin: number, coin: Coin, hash: Buffer) {
  const witness = transaction.ins[vin]?.witness ?? [];
  const [signature, publicKey] = witness;
  if (witness.length === 0) return NO_WITNESS;
  if (!signature || !publicKey || witness.length !== 2) return WRONG_PROGRAM;
  if (!crypto.hash160(publicKey).equals(hash)) return WRONG_KEY;
  const code = payments.p2pkh({ hash }).output ?? Buffer.alloc(0);
  return verifies(zkp, publicKey, signature, (type) =>
    transaction.hashForWitnessV0(vin, code, signedValue(coin), type),
  );
}

/** A wrapped key hash, or the two signatures of a GAID. */
function checkScriptHash(zkp: Zkp, transaction: Transaction, vin: number, coin: Coin, hash: Buffer) {
  const pushed = script.decompile(transaction.ins[vin]?.script ?? Buffer.alloc(0)) ?? [];
  const redeem = pushed.at(-1);
  if (!Buffer.isBuffer(redeem)) return EMPTY_STACK;
  if (!crypto.hash160(redeem).equals(hash)) return FALSE_STACK;
  if (isKeyHashProgram(redeem)) return checkKeyHash(zkp, transaction, vin, coin, redeem.subarray(2));
  return isScriptHashProgram(redeem)
    ? checkMultisig(zkp, transaction, vin, coin, redeem.subarray(2))
    : FALSE_STACK;
}

function checkMultisig(zkp: Zkp, transaction: Transaction, vin: number, coin: Coin, program: Buffer) {
  const witness = transaction.ins[vin]?.witness ?? [];
  const code = witness.at(-1);
  if (!code) return NO_WITNESS;
  if (!crypto.sha256(code).equals(program)) return WRONG_PROGRAM;
  const { m = 0, pubkeys = [] } = readMultisig(code);
  const signatures = witness.slice(1, -1);
  if (m === 0 || signatures.length !== m) return EMPTY_STACK;
  const digest = (type: number) => transaction.hashForWitnessV0(vin, code, signedValue(coin), type);
  let next = 0;
  for (const signature of signatures) {
    while (next < pubkeys.length && verifies(zkp, pubkeys[next], signature, digest)) next += 1;
    if (next === pubkeys.length) return WRONG_SIGNATURE;
    next += 1;
  }
  return null;
}

function readMultisig(code: Buffer) {
  try {
    return payments.p2ms({ output: code });
  } catch {
    return {};
  }
}

function checkLegacy(zkp: Zkp, transaction: Transaction, vin: number, lock: Buffer) {
  const [signature, publicKey] = script.decompile(transaction.ins[vin]?.script ?? Buffer.alloc(0)) ?? [];
  if (!Buffer.isBuffer(signature) || !Buffer.isBuffer(publicKey)) return EMPTY_STACK;
  if (!crypto.hash160(publicKey).equals(lock.subarray(3, 23))) return WRONG_KEY;
  return verifies(zkp, publicKey, signature, (type) => transaction.hashForSignature(vin, lock, type));
}

function verifies(
  zkp: Zkp,
  publicKey: Buffer | undefined,
  signature: Buffer,
  digest: (hashType: number) => Buffer,
): string | null {
  if (signature.length === 0) return FALSE_STACK;
  try {
    const { signature: compact, hashType } = script.signature.decode(signature);
    return publicKey && zkp.ecc.verify(digest(hashType), publicKey, compact) ? null : WRONG_SIGNATURE;
  } catch {
    return "Non-canonical DER signature";
  }
}
