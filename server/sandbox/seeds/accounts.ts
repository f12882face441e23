import { type Account, createAccount, toAccount } from "../amp/accounts";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";

export const TREASURY_WALLET = "treasury";
const TREASURY_LBTC_SATS = 25_000_000n;

export interface Accounts {
  issuer: Account;
  manager: Account;
}

/** The two people of every seeded world, and the issuer's node wallet with L-BTC for fees. */
export async function seedAccounts({ db, ledger, node }: Unit): Promise<Accounts> {
  const accounts = await seedPeople(db);
  await node.createWallet(TREASURY_WALLET);
  for (let coin = 0; coin < 4; coin += 1) await node.fund(TREASURY_WALLET, TREASURY_LBTC_SATS);
  await ledger.mine(1);
  return accounts;
}

/** All that a world has from the start whose node is somebody else's. */
export async function seedPeople(db: SandboxDb): Promise<Accounts> {
  const issuer = toAccount(await createAccount(db, { username: "issuer", password: "issuer-password" }));
  const manager = await createAccount(db, {
    username: "manager",
    password: "manager-password",
    managerOf: issuer.id,
  });
  return { issuer, manager: toAccount(manager) };
}
