import type { Transaction } from "liquidjs-lib";
import { kindOfScript, readValue } from "../../ledger/fields";
import { examine, MISSING_INPUTS, Rejection, submit } from "../../ledger/finished";
import type { Prepared } from "../../ledger/payment";
import { hasUnspentOutputs } from "../../ledger/spendable-store";
import { findTransaction } from "../../ledger/store";
import { feeForSize, measure } from "../../ledger/weight";
import { wtxidOf } from "../../ledger/wtxid";
import { decimal } from "../amounts";
import type { NodeContext } from "../method";
import { RpcError } from "../port";

type Context = Pick<NodeContext, "db" | "ledger">;

export interface SendLimits {
  /** Sats per 1000 virtual bytes that are too many; 0 = no limit. */
  maxFeeRate: bigint;
  /** Sats that one unspendable output may hold. */
  maxBurn: bigint;
}

/** Sats per 1000 virtual bytes above which a node asks back: 0.10 for 1000 virtual bytes. */
export const USUAL_MAX_FEE_RATE = 10_000_000n;
/** At 1.00 for 1000 virtual bytes and above a rate is a mistake. */
const HIGHEST_MAX_FEE_RATE = 100_000_000n;

export function checkMaxFeeRate(rate: bigint): bigint {
  if (rate < HIGHEST_MAX_FEE_RATE) return rate;
  throw new RpcError(-8, "Fee rates larger than or equal to 1BTC/kvB are not accepted");
}

/**
 * Brings a finished transaction into the mempool; one that is there already is as good. RPC: sendrawtransaction
 * @returns its txid
 * @throws RpcError -25 missing inputs, a burn or a fee above the limits, -26 refused by the mempool, -27 in a block
 */
export async function sendRaw(
  context: Context,
  transaction: Transaction,
  limits: SendLimits,
): Promise<string> {
  const { db, ledger } = context;
  if (transaction.outs.some((output) => burns(output) > limits.maxBurn))
    throw new RpcError(-25, "Unspendable output exceeds maximum configured by user (maxburnamount)");
  const txid = transaction.getId();
  const known = await findTransaction(db, txid);
  if (known?.block && (await hasUnspentOutputs(db, txid)))
    throw new RpcError(-27, "Transaction outputs already in utxo set");
  if (known && !known.block && known.transaction.conflictedHeight === null) return txid;
  if (known) throw new RpcError(-25, MISSING_INPUTS);
  try {
    const { height } = await ledger.tip();
    const prepared = await examine(db, ledger.network, transaction, height);
    if (isTooExpensive(prepared, limits.maxFeeRate)) {
      throw new RpcError(-25, "Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)");
    }
    await submit(db, ledger.network, prepared);
    return txid;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new RpcError(error.reason === MISSING_INPUTS ? -25 : -26, error.message);
  }
}

/** Sats in an output that nobody can spend and that shows them. */
const burns = ({ script, value }: Transaction["outs"][number]): bigint =>
  kindOfScript(script) === "burn" ? (readValue(value) ?? 0n) : 0n;

const isTooExpensive = ({ transaction, feeSats }: Prepared, maxFeeRate: bigint): boolean =>
  maxFeeRate > 0n && feeSats > feeForSize(measure(transaction).vsize, maxFeeRate);

/** What the mempool would say, without asking it to keep the transaction. RPC: testmempoolaccept */
export async function testAccept(context: Context, transaction: Transaction, maxFeeRate: bigint) {
  const { db, ledger } = context;
  const wtxid = wtxidOf(transaction.toHex());
  const head = { txid: transaction.getId(), wtxid };
  const refused = (reason: string) => ({ ...head, allowed: false, "reject-reason": reason });
  try {
    const { height } = await ledger.tip();
    const prepared = await examine(db, ledger.network, transaction, height);
    if (isTooExpensive(prepared, maxFeeRate)) return refused("max-fee-exceeded");
    const { vsize } = measure(transaction);
    const rate = (prepared.feeSats * 1000n) / BigInt(vsize);
    const fees = {
      base: decimal(prepared.feeSats),
      "effective-feerate": decimal(rate),
      "effective-includes": [wtxid],
    };
    return { ...head, allowed: true, vsize, fees };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return refused(error.reason === MISSING_INPUTS ? "missing-inputs" : error.reason);
  }
}
