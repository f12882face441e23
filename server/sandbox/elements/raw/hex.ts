import type { Transaction } from "liquidjs-lib";
import { readTransaction } from "../../ledger/finished";
import { RpcError } from "../port";

/** @throws RpcError -22 for anything that is no serialised transaction */
export function decodeTransaction(hex: string): Transaction {
  const transaction = readTransaction(hex);
  if (!transaction) throw new RpcError(-22, "TX decode failed. Make sure the tx has at least one input.");
  return transaction;
}
