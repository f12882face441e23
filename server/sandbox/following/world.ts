import type { SandboxDb } from "../db/client";
import type { NodeWallets } from "../elements/port";
import { createOwner, findOwner } from "../ledger/keyring";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { findTip } from "../ledger/store";

const FOLLOWED = "service:followed-";

/** @throws LedgerError "conflict" when the stored world has a chain of its own, or another network */
export async function ensureFollowed(db: SandboxDb, network: LiquidNetwork): Promise<void> {
  const mark = `${FOLLOWED}${network}`;
  if (await findOwner(db, mark)) return;
  if (await findTip(db))
    throw new LedgerError(
      "conflict",
      "The stored world has a chain of its own or another network. A sandbox that follows a node needs a fresh database.",
    );
  await createOwner(db, mark);
}

const refuse = async () => {
  throw new LedgerError("limit", "The wallets are the node's: use its JSON-RPC.");
};

/** The wallets are the node's: nothing here can stand in for them. */
export const noWallets: NodeWallets = {
  walletNames: async () => [],
  createWallet: refuse,
  getNewAddress: refuse,
  getAddressInfo: refuse,
  sendMany: refuse,
  listUnspent: refuse,
  getTransaction: refuse,
  fund: refuse,
};
