import { addRequest } from "../chain-tasks/request-store";
import type { Identity } from "../service";
import type { QueueKind } from "./kinds";
import { addPending } from "./task-store";

export interface Wish {
  kind: QueueKind;
  /** The wallet, lower case. */
  address: string;
  chainId: bigint;
  /** As it was written; null = coins. */
  issuer: string | null;
  /** Tells one person with several wallets; null where nobody knows. */
  person: string | null;
}

/** Puts a wallet into the line; the next round takes it into a batch. */
export async function enqueue({ database, fixes }: Identity, wish: Wish): Promise<void> {
  const { kind, address, chainId, issuer, person } = wish;
  await database.transaction(async (tx) => {
    await addPending(tx, { address, chainId, payload: issuer });
    if (fixes.lanes) await addRequest(tx, { kind, address, chainId, contractAddress: issuer, person });
  });
}
