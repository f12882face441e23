import type { SandboxDb } from "../db/client";
import { chainTip } from "../ledger/blocks";
import { findScripts, type ScriptRow, walletOwner } from "../ledger/keyring";
import { findTransactions, type OutputRow, type TransactionRows, txidsOf } from "../ledger/store";
import { confirmationsAt } from "../ledger/views";
import { RpcError, type WalletDetail, type WalletTransaction } from "./port";
import { findComments } from "./store";

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

/** What the wallet took part in, newest first. */
export async function walletTransactions(db: SandboxDb, wallet: string): Promise<WalletTransaction[]> {
  return loadTransactions(db, wallet, await txidsOf(db, walletOwner(wallet)));
}

async function loadTransactions(
  db: SandboxDb,
  wallet: string,
  txids: string[],
): Promise<WalletTransaction[]> {
  const { height } = await chainTip(db);
  const comments = await findComments(db, wallet, txids);
  const found = await findTransactions(db, txids);
  const touched = found.flatMap(({ outputs, spent }) => [...outputs, ...spent]);
  const scripts = await findScripts(
    db,
    touched.map((output) => output.scriptHex),
  );
  return found.flatMap((rows) => {
    const view = toView(wallet, rows, scripts, height);
    return view ? [{ ...view, comment: comments.get(view.txid) ?? null }] : [];
  });
}

function toView(
  wallet: string,
  { transaction, block, outputs, spent }: TransactionRows,
  scripts: Map<string, ScriptRow>,
  tipHeight: number,
): WalletTransaction | null {
  const own = ({ scriptHex }: OutputRow) => {
    const row = scripts.get(scriptHex);
    return row?.owner === walletOwner(wallet) ? row : undefined;
  };
  const debits = spent.filter(own);
  const credits = outputs.filter(own);
  if (debits.length === 0 && credits.length === 0) return null;
  const isSender = debits.length > 0;
  const sends = isSender ? outputs.filter((output) => output.kind !== "fee" && !own(output)?.isChange) : [];
  const receipts = credits.filter((output) => !own(output)?.isChange);
  const detail = (category: "send" | "receive") => (output: OutputRow) =>
    toDetail(category, output, own(output)?.label ?? null);
  return {
    txid: transaction.txid,
    wtxid: transaction.wtxid,
    hex: transaction.hex,
    confirmations: confirmationsAt(tipHeight, transaction.blockHeight),
    block: block && { ...block, index: transaction.blockIndex ?? 0 },
    receivedAt: transaction.receivedAt,
    comment: null,
    feeSats: isSender ? transaction.feeSats : null,
    netSats: net(credits, debits, isSender ? outputs.filter((output) => output.kind === "fee") : []),
    details: [...sends.map(detail("send")), ...receipts.map(detail("receive"))],
  };
}

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
