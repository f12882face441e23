import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { toErrorView } from "@/server/doors/result";
import { log, setLogLevel } from "@/server/platform/log";
import { callNode } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { readTreasury } from "./treasury";
import { lockTreasuryWallet, unlockTreasuryWallet } from "./wallet-lock";

const PASSPHRASE = "correct horse battery staple";
const WRONG = "incorrect horse";
const SECONDS = 900;

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;
const said: string[] = [];

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  actor = await signInAtDesk();
  setLogLevel("debug");
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  setLogLevel("error");
  await desk?.close();
  await sandbox?.stop();
});

const unlock = (passphrase: string) => unlockTreasuryWallet(actor, { passphrase, seconds: SECONDS });
const lockOf = async () => (await readTreasury(actor)).lock;

describe("a wallet without a passphrase", () => {
  it("says that there is nothing to unlock or lock", async () => {
    expect(await lockOf()).toEqual({ isEncrypted: false, unlockedUntil: null });
    for (const ask of [() => unlock(PASSPHRASE), () => lockTreasuryWallet(actor)])
      await expect(ask()).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining("has no passphrase"),
      });
  });
});

describe("an encrypted wallet", () => {
  beforeAll(() => callNode(sandbox, "encryptwallet", [PASSPHRASE]));
  afterEach(() => callNode(sandbox, "walletlock"));

  it("is unlocked for the chosen time and locked before that", async () => {
    const { unlockedUntil } = await unlock(PASSPHRASE);
    const { isLocked, lock } = await readTreasury(actor);
    expect(unlockedUntil).toEqual(lock.unlockedUntil);
    const leftMs = (lock.unlockedUntil?.getTime() ?? 0) - Date.now();
    expect([isLocked, lock.isEncrypted, Math.abs(leftMs - SECONDS * 1000) < 10_000]).toEqual([
      false,
      true,
      true,
    ]);
    await lockTreasuryWallet(actor);
    expect(await readTreasury(actor)).toMatchObject({ isLocked: true, lock: { unlockedUntil: null } });
  });

  it("stays open as long as it was when it is unlocked for a shorter time", async () => {
    const long = 4 * SECONDS;
    await unlockTreasuryWallet(actor, { passphrase: PASSPHRASE, seconds: long });
    const { unlockedUntil } = await unlock(PASSPHRASE);
    expect((unlockedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan((long - 60) * 1000);
  });

  it("stays locked for a wrong passphrase, with an error under the field", async () => {
    await expect(unlock(WRONG)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { passphrase: [expect.stringContaining("does not accept")] },
    });
    expect((await readTreasury(actor)).isLocked).toBe(true);
  });

  it("is not the manager's to unlock or lock", async () => {
    const manager = { ...actor, role: "manager" as const };
    const input = { passphrase: PASSPHRASE, seconds: SECONDS };
    await expect(unlockTreasuryWallet(manager, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(lockTreasuryWallet(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("leaves its passphrase in no table, no log, no error and no call log; the audit log has the seconds", async () => {
    await unlock(PASSPHRASE);
    const errors = await Promise.all(
      [unlock(WRONG)].map((asked) =>
        asked.then(
          () => null,
          (error: unknown) => toErrorView(error, "r"),
        ),
      ),
    );
    const stored = await desk.dump();
    const calls = await (await fetch(`${sandbox.url}/control/calls`)).text();
    log.info("the search itself works");
    expect([said.join("").includes("the search itself works"), calls.includes("walletpassphrase")]).toEqual([
      true,
      true,
    ]);
    expect(stored).toContain("treasury.wallet-unlocked");
    expect(stored).toMatch(new RegExp(`wallet-unlocked.*""seconds"": ${SECONDS}`));
    for (const text of [stored, said.join("\n"), JSON.stringify(errors), calls])
      for (const secret of [PASSPHRASE, WRONG]) expect(text).not.toContain(secret);
  });
});
