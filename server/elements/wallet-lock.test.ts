import { expect, it } from "vitest";
import { type NodeClient, RpcError } from "./rpc";
import { lockWallet, readWalletLock, unlockWallet } from "./wallet-lock";

const PASSPHRASE = "correct horse";

const nodeWith = (answer: () => Promise<unknown>) =>
  ({ walletKey: "w", call: answer as NodeClient["call"] }) satisfies NodeClient;
const refusing = (code: number) =>
  nodeWith(() => Promise.reject(new RpcError("walletpassphrase", code, `What is "${PASSPHRASE}"?`)));

it.each([
  [-14, "INVALID_INPUT"],
  [-15, "CONFLICT"],
  [-8, "REJECTED"],
  [-1, "REJECTED"],
])("never repeats what the node says about the passphrase (%i)", async (code, expected) => {
  const error = await unlockWallet(refusing(code), PASSPHRASE, 900).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toMatchObject({ code: expected });
  expect(`${error.message}${error.stack}${JSON.stringify([error.fields, error.cause])}`).not.toContain(
    PASSPHRASE,
  );
});

it("says so when there is nothing to lock", async () => {
  await expect(lockWallet(refusing(-15))).rejects.toMatchObject({ code: "CONFLICT" });
});

it("tells a wallet without a passphrase from a locked and an open one", async () => {
  const lockOf = (info: object) => readWalletLock(nodeWith(async () => info));
  expect(await lockOf({})).toEqual({ isEncrypted: false, unlockedUntil: null });
  expect(await lockOf({ unlocked_until: 0 })).toEqual({ isEncrypted: true, unlockedUntil: null });
  expect(await lockOf({ unlocked_until: 1_700_000_000 })).toEqual({
    isEncrypted: true,
    unlockedUntil: new Date(1_700_000_000_000),
  });
});
