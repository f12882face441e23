import { describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { changeBlockInterval, makeInvestorWallet, mineBlocks, readSandbox } from "./sandbox";

const env = vi.hoisted(() => ({ SANDBOX_CONTROL_URL: undefined as string | undefined, AMP_TIMEOUT_MS: 500 }));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => env }));

const actorIn = (environment: Actor["environment"]): Actor => ({
  workspaceId: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  environment,
  role: "issuer",
  accountName: "issuer",
  personName: "issuer",
});

describe("the sandbox's knobs", () => {
  it.each(["live", "testnet"] as const)("do not exist for somebody who is signed in to %s", async (name) => {
    env.SANDBOX_CONTROL_URL = "http://127.0.0.1:9/control";
    const actor = actorIn(name);
    const missing = { code: "NOT_FOUND" };
    await expect(readSandbox(actor)).rejects.toMatchObject(missing);
    await expect(mineBlocks(actor, { blocks: 1 })).rejects.toMatchObject(missing);
    await expect(makeInvestorWallet(actor)).rejects.toMatchObject(missing);
    await expect(changeBlockInterval(actor, { seconds: 5 })).rejects.toMatchObject(missing);
  });

  it("are the issuer's alone", async () => {
    env.SANDBOX_CONTROL_URL = "http://127.0.0.1:9/control";
    const manager: Actor = { ...actorIn("sandbox"), role: "manager" };
    const forbidden = { code: "FORBIDDEN" };
    await expect(readSandbox(manager)).rejects.toMatchObject(forbidden);
    await expect(mineBlocks(manager, { blocks: 1 })).rejects.toMatchObject(forbidden);
    await expect(makeInvestorWallet(manager)).rejects.toMatchObject(forbidden);
    await expect(changeBlockInterval(manager, { seconds: 5 })).rejects.toMatchObject(forbidden);
  });

  it("name the missing variable when the deployment does not say where the sandbox is", async () => {
    env.SANDBOX_CONTROL_URL = undefined;
    await expect(readSandbox(actorIn("sandbox"))).rejects.toThrow(/SANDBOX_CONTROL_URL/);
  });
});
