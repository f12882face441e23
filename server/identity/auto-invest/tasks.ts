import type { ChainTask } from "@/lib/contracts/identity/chains";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";
import { type EndedRow, listEnded, listOpen } from "./progress-store";

const STATES: Readonly<Record<string, ChainTask["state"]>> = {
  ...{ PENDING: "queued", SUCCESS: "confirmed", FAILURE: "failed", EXPIRED: "expired" },
};

/** The orders to invest of a wallet and what became of them, for GET /user/chain-tasks. */
export async function listAutoInvestTasks(
  { database: { db } }: Identity,
  wallet: string,
): Promise<ChainTask[]> {
  const [open, ended] = await Promise.all([listOpen(db, wallet), listEnded(db, wallet)]);
  return [
    ...open.map(({ row, sentAt }) => toChainTask(row, sentAt ?? row.createdAt)),
    ...ended.map((row) => toChainTask(row, row.completedAt)),
  ];
}

const toChainTask = (row: AutoInvestRow | EndedRow, updatedAt: Date): ChainTask => ({
  id: row.uuid,
  kind: "auto_invest",
  chainId: row.chainId,
  contractAddress: row.campaignContractAddress,
  state: STATES[row.status] ?? (row.hash ? "sent" : "sending"),
  hash: row.hash,
  reason: row.reason,
  requestedAt: row.createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
