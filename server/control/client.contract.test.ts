import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGaid } from "@/lib/domain/gaid";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import {
  type ControlClient,
  createControlClient,
  createWallet,
  mine,
  readState,
  setBlockInterval,
} from "./client";

let sandbox: TestSandbox;
let control: ControlClient;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = createControlClient(`${sandbox.url}/control/`, 5_000);
});
afterAll(() => sandbox?.stop());

describe("the sandbox's control API, as the desk uses it", () => {
  it("mines the blocks it was asked for and tells the new tip", async () => {
    const before = await readState(control);
    const tip = await mine(control, 3);
    expect(tip.height).toBe(before.height + 3);
    expect(await readState(control)).toMatchObject({ height: tip.height, hash: tip.hash });
  });

  it("opens a wallet whose GAID is a GAID and is listed", async () => {
    const { gaid } = await createWallet(control);
    expect(isGaid(gaid)).toBe(true);
    expect((await readState(control)).gaids).toContain(gaid);
  });

  it("sets the rhythm of the blocks", async () => {
    await setBlockInterval(control, 30);
    expect((await readState(control)).intervalSeconds).toBe(30);
    await setBlockInterval(control, 0);
    expect((await readState(control)).intervalSeconds).toBe(0);
  });

  it("tells the treasury wallet's L-BTC in sats", async () => {
    expect((await readState(control)).wallets.treasury).toBeGreaterThan(0n);
  });

  it("passes on the sandbox's words when it refuses", async () => {
    await expect(mine(control, 0)).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining("blocks"),
    });
  });

  it("says that the sandbox is away when nobody answers", async () => {
    const nobody = createControlClient("http://127.0.0.1:9/control", 500);
    await expect(readState(nobody)).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: true });
    await expect(mine(nobody, 1)).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: false });
  });
});
