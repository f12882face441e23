import { parseUnits } from "@/lib/domain/units";
import { findTransaction } from "../../ledger/store";
import { confirmationsAt } from "../../ledger/views";
import { decimal, POLICY_LABEL } from "../amounts";
import { type Method, type NodeContext, nodeMethod } from "../method";
import { type Params, readAmount } from "../params";
import { RpcError } from "../port";
import { describeHex } from "../raw/describe";
import { decodeTransaction } from "../raw/hex";
import { checkMaxFeeRate, sendRaw, testAccept, USUAL_MAX_FEE_RATE } from "../raw/send";

const MOST_TESTED = 25;

/** Finished transactions: tested, sent, looked up again. */
export const rawSendingMethods: Record<string, Method> = {
  testmempoolaccept: nodeMethod({
    params: ["rawtxs", "maxfeerate"],
    run: async (context, params) => {
      const hexes = params.list(0);
      if (hexes.length < 1 || hexes.length > MOST_TESTED)
        throw new RpcError(-8, `Array must contain between 1 and ${MOST_TESTED} transactions.`);
      const maxFeeRate = readMaxFeeRate(params);
      const results = [];
      for (const hex of hexes)
        results.push(await testAccept(context, decodeTransaction(String(hex)), maxFeeRate));
      return results;
    },
  }),
  sendrawtransaction: nodeMethod({
    params: ["hexstring", "maxfeerate", "maxburnamount"],
    writes: true,
    run: async (context, params) => {
      const maxBurn = readAmount(params.raw(2) ?? 0);
      const transaction = decodeTransaction(params.text(0));
      return sendRaw(context, transaction, { maxFeeRate: readMaxFeeRate(params), maxBurn });
    },
  }),
  getrawtransaction: nodeMethod({ params: ["txid", "verbosity", "blockhash"], run: rawTransaction }),
};

const readMaxFeeRate = (params: Params): bigint => {
  const given = params.raw(1);
  return given === undefined ? USUAL_MAX_FEE_RATE : checkMaxFeeRate(readAmount(given));
};

async function rawTransaction({ db, ledger }: NodeContext, params: Params) {
  const txid = params.hash(0);
  const verbosity = readVerbosity(params.raw(1));
  const blockHash = params.raw(2) === undefined ? null : params.hash(2);
  const found = await findTransaction(db, txid);
  if (!found || (blockHash !== null && found.block?.hash !== blockHash)) throw notFound(blockHash !== null);
  const { hex, feeSats } = found.transaction;
  if (verbosity === 0) return hex;
  const { height } = await ledger.tip();
  const seconds = found.block && Math.floor(found.block.time.getTime() / 1000);
  return {
    ...(blockHash !== null && { in_active_chain: true }),
    ...describeHex(ledger.network, hex),
    ...(verbosity === 2 && { fee: { [POLICY_LABEL]: decimal(feeSats) } }),
    hex,
    ...(found.block && {
      blockhash: found.block.hash,
      confirmations: confirmationsAt(height, found.block.height),
      time: seconds,
      blocktime: seconds,
    }),
  };
}

/** 0, 1 or 2; false and true are the first two. */
function readVerbosity(given: unknown): number {
  if (given === undefined || typeof given === "boolean") return given ? 1 : 0;
  const verbosity = parseUnits(String(given), 0);
  if (verbosity !== null && verbosity >= 0n) return Number(verbosity > 2n ? 2n : verbosity);
  throw new RpcError(-3, "Verbosity was boolean but expected to be an integer 0, 1 or 2");
}

const notFound = (isOfBlock: boolean) =>
  new RpcError(
    -5,
    isOfBlock
      ? "No such transaction found in the provided block. Use gettransaction for wallet transactions."
      : "No such mempool or blockchain transaction. Use gettransaction for wallet transactions.",
  );
