import type { SandboxDb } from "../db/client";
import { chainTip } from "../ledger/blocks";
import { conflictsOf } from "../ledger/conflict-store";
import { NO_BLINDER } from "../ledger/port";
import { findTransactions, type OutputRow, type TransactionRows } from "../ledger/store";
import { confirmationsOf } from "../ledger/views";
import { findOwnScripts, type OwnScript } from "./own-scripts";
import { RpcError, type WalletDetail, type WalletTransaction } from "./port";
import { findComments } from "./store";

const NO_ASSET = "0".repeat(64);

/** @throws RpcError -5 when the transaction does not touch the wallet */
export async function getTransaction(
  db: SandboxDb,
  wallet: string,
  txid: string,
): Promise<WalletTransaction> {
  const [transaction] = await loadTransactions(db, wallet, [txid]);
  if (transaction) return transaction;
  throw new RpcError(-5, "Invalid or non-wallet transaction id");
}

/** Those of the transactions that touch the wallet, in the order asked for. */
export async function loadTransactions(
  db: SandboxDb,
  wallet: string,
  txids: string[],
): Promise<WalletTransaction[]> {
  const { height } = await chainTip(db);
  const comments = await findComments(db, wallet, txids);
  const conflicts = await conflictsOf(db, txids);
  const found = await findTransactions(db, txids);
  const touched = found.flatMap(({ outputs, spent }) => [...outputs, ...spent]);
  const scripts = await findOwnScripts(
    db,
    wallet,
    touched.map((output) => output.scriptHex),
  );
  return found.flatMap((rows) => {
    const view = toView(rows, scripts, height);
    if (!view) return [];
    const { txid, feeSats } = view;
    // A wallet that was only to receive has not seen the other transaction.
    const others = feeSats === null ? [] : (conflicts.get(txid) ?? []);
    return [{ ...view, comment: comments.get(txid) ?? null, conflicts: others }];
  });
}

function toView(
  { transaction, block, outputs, spent }: TransactionRows,
  scripts: Map<string, OwnScript>,
  tipHeight: number,
): WalletTransaction | null {
  const own = ({ scriptHex }: OutputRow) => scripts.get(scriptHex);
  const debits = spent.filter(own);
  const credits = outputs.filter(own);
  if (debits.length === 0 && credits.length === 0) return null;
  const isSender = debits.length > 0;
  const sends = isSender ? outputs.filter((output) => output.kind !== "fee" && !own(output)?.isChange) : [];
  const receipts = credits.filter((output) => !own(output)?.isChange);
  const isHidden = (output: OutputRow) =>
    transaction.isRaw && output.assetCommitment !== null && own(output) === undefined;
  const detail = (category: "send" | "receive") => (output: OutputRow) =>
    toDetail(category, isHidden(output) ? hiddenFromSender(output) : output, own(output)?.label ?? null);
  return {
    txid: transaction.txid,
    wtxid: transaction.wtxid,
    hex: transaction.hex,
    confirmations: confirmationsOf(tipHeight, transaction),
    isConflicted: transaction.conflictedHeight !== null,
    conflicts: [],
    block: block && { ...block, index: transaction.blockIndex ?? 0 },
    receivedAt: transaction.receivedAt,
    comment: null,
    feeSats: isSender ? transaction.feeSats : null,
    netSats: net(credits, debits, isSender ? outputs.filter((output) => output.kind === "fee") : []),
    details: [...sends.map(detail("send")), ...receipts.map(detail("receive"))],
  };
}

/**
 * A foreign confidential output of a transaction that was sent as finished hex: the wallet never had its blinders,
 * and a node shows an amount of -1 sat of no asset, the other way round for a send.
 */
const hiddenFromSender = (output: OutputRow): OutputRow => ({
  ...output,
  amountSats: -1n,
  assetId: NO_ASSET,
  assetBlinder: NO_BLINDER,
  amountBlinder: NO_BLINDER,
});

function toDetail(category: "send" | "receive", output: OutputRow, label: string | null): WalletDetail {
  const { address, assetId, assetBlinder, amountBlinder, vout } = output;
  const amountSats = category === "send" ? -output.amountSats : output.amountSats;
  return { address, category, amountSats, amountBlinder, assetId, assetBlinder, label, vout };
}

/** Credits minus debits per asset; the fee, which the node shows apart, is added back. */
function net(credits: OutputRow[], debits: OutputRow[], fees: OutputRow[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (assetId: string, sats: bigint) => sums.set(assetId, (sums.get(assetId) ?? 0n) + sats);
  for (const { assetId, amountSats } of [...credits, ...fees]) add(assetId, amountSats);
  for (const { assetId, amountSats } of debits) add(assetId, -amountSats);
  return sums;
}
