import { describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { openSandbox, readAmount } from "./sandbox";
import { readCalls } from "./sandbox-calls";
import * as chain from "./sandbox-chain";
import { readDecisions, readOneDecision } from "./sandbox-decisions";
import * as faults from "./sandbox-faults";
import { readSwitches, turnOneSwitch } from "./sandbox-switches";
import * as wallets from "./sandbox-wallets";
import * as worlds from "./sandbox-worlds";

const env = vi.hoisted(() => ({
  SANDBOX_CONTROL_URL: undefined as string | undefined,
  AMP_SANDBOX_URL: "http://127.0.0.1:9/api",
  AMP_TIMEOUT_MS: 500,
}));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => env }));

const actorIn = (environment: Actor["environment"]): Actor => ({
  workspaceId: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  environment,
  role: "issuer",
  accountName: "issuer",
  personName: "issuer",
});

const uuid = "0d0c6d2f-93ac-4a02-b4c2-1bd4ef17d4a1";
const query = { limit: 50, filters: {} };
const typed = { intentId: uuid, assetUuid: uuid, amount: "1", precision: 0, to: "" };

/** Every verb of the sandbox's pages. */
const VERBS: Record<string, (actor: Actor) => Promise<unknown>> = {
  openSandbox,
  readChain: chain.readChain,
  mineBlocks: (actor) => chain.mineBlocks(actor, { blocks: 1 }),
  changeBlockInterval: (actor) => chain.changeBlockInterval(actor, { seconds: 5 }),
  pauseBlocks: (actor) => chain.pauseBlocks(actor, { paused: true }),
  readRecentTransactions: (actor) => chain.readRecentTransactions(actor, { blocks: 1 }),
  reorganiseChain: (actor) => chain.reorganiseChain(actor, { blocks: 1, conflict: [], remine: true }),
  turnClock: (actor) => chain.turnClock(actor, { offsetSeconds: 0 }),
  fundWallet: (actor) => chain.fundWallet(actor, { intentId: uuid, wallet: "treasury", amount: "1" }),
  readWallets: (actor) => wallets.readWallets(actor, query),
  readWallet: (actor) => wallets.readWallet(actor, "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1", query),
  makeInvestorWallets: (actor) => wallets.makeInvestorWallets(actor, { count: 1 }),
  takeWalletAddress: (actor) => wallets.takeWalletAddress(actor, { gaid: "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1" }),
  sendFromInvestor: (actor) => wallets.sendFromInvestor(actor, { ...typed, fromGaid: "GA" }),
  moveOutside: (actor) => wallets.moveOutside(actor, { ...typed, wallet: "treasury" }),
  readDecisions: (actor) => readDecisions(actor, query),
  readOneDecision: (actor) => readOneDecision(actor, uuid),
  readFaults: faults.readFaults,
  orderFault: (actor) =>
    faults.orderFault(actor, {
      surface: "amp",
      target: "*",
      kind: "drop",
      remaining: 1,
      skip: 0,
      probability: 1,
    }),
  removeFault: (actor) => faults.removeFault(actor, { id: null }),
  readSwitches,
  turnOneSwitch: (actor) => turnOneSwitch(actor, { name: "newNode", on: true }),
  readWorlds: worlds.readWorlds,
  keepWorld: (actor) => worlds.keepWorld(actor, { name: "a" }),
  restoreWorld: (actor) => worlds.restoreWorld(actor, { name: "a" }),
  forgetWorld: (actor) => worlds.forgetWorld(actor, { name: "a" }),
  beginAnew: (actor) => worlds.beginAnew(actor, { seed: "small" }),
  readCalls: (actor) => readCalls(actor, query),
};

describe.each(Object.entries(VERBS))("%s", (_, verb) => {
  it("does not exist for somebody who is signed in to live or testnet", async () => {
    env.SANDBOX_CONTROL_URL = "http://127.0.0.1:9/control";
    for (const environment of ["live", "testnet"] as const)
      await expect(verb(actorIn(environment))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is the issuer's alone", async () => {
    env.SANDBOX_CONTROL_URL = "http://127.0.0.1:9/control";
    const manager: Actor = { ...actorIn("sandbox"), role: "manager" };
    await expect(verb(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("names the missing variable when the deployment does not say where the sandbox is", async () => {
    env.SANDBOX_CONTROL_URL = undefined;
    await expect(verb(actorIn("sandbox"))).rejects.toThrow(/SANDBOX_CONTROL_URL/);
  });
});

it("the descriptions of the APIs are beside the APIs", async () => {
  env.SANDBOX_CONTROL_URL = "http://127.0.0.1:9/control/";
  expect(await openSandbox(actorIn("sandbox"))).toEqual({
    amp: "http://127.0.0.1:9/api/docs",
    control: "http://127.0.0.1:9/control/docs",
  });
});

describe("an amount that was typed", () => {
  it("is read in the unit of its form", () => {
    expect(readAmount("1,000.5", 2)).toBe(100_050n);
    expect(readAmount("7", 0)).toBe(7n);
  });

  it.each([
    ["", 2, /Enter an amount/],
    ["0.00", 2, /more than nothing/],
    ["1.5", 0, /no decimals/],
    ["-1", 2, /negative/],
    ["a lot", 2, /digits/],
  ] as const)("is refused at its field when it is %j", (text, precision, words) => {
    expect(() => readAmount(text, precision)).toThrow(words);
    try {
      readAmount(text, precision);
    } catch (error) {
      expect(error).toMatchObject({ code: "INVALID_INPUT", fields: { amount: [expect.any(String)] } });
    }
  });
});
