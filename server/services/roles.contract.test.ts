import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { signIn as enterAmp, issue, newGaid } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signIn } from "./sign-in";
import { inContract, mayManagerCall } from "./testing-roles";
import { allTargets, type Known, type Target } from "./testing-targets";
import { type Visit, visits, watchCalls } from "./testing-visits";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock("@/server/auth/next-auth", async () => {
  const { visits } = await import("./testing-visits");
  return { readSessionSecret: async () => visits.getStore()?.secret ?? null };
});
vi.mock("@/server/doors/define-action", async (load) => {
  const { defineAction } = await load<typeof import("@/server/doors/define-action")>();
  return {
    defineAction: (schema: z.ZodType, verb: never) => Object.assign(defineAction(schema, verb), { schema }),
  };
});

let sandbox: TestSandbox;
let desk: TestDesk;
let stopWatching: () => void;
let targets: Target[];
const sessions = { issuer: "", manager: "", ungranted: "" };
const uuids = { granted: "", other: "" };

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk({ ...sandboxEnv(sandbox.url), SANDBOX_CONTROL_URL: `${sandbox.url}/control` });
  const known = await fill();
  for (const username of ["issuer", "manager", "ungranted"] as const) {
    const password = `${username}-password`;
    sessions[username] = await signIn({ environment: "sandbox", method: "password", username, password });
  }
  stopWatching = watchCalls(sandbox.url);
  targets = await allTargets(known);
}, 60_000);
afterAll(async () => {
  stopWatching?.();
  await desk?.close();
  await sandbox?.stop();
});

/** Two assets, one of them granted to one of two managers, and one of everything else. */
async function fill(): Promise<Known> {
  const amp = await enterAmp(sandbox, "issuer");
  for (const name of ["granted", "other"] as const)
    uuids[name] = (await issue(sandbox, amp, { name: `Asset ${name}` })).asset_uuid;
  await sandbox.world.write(({ ledger }) => ledger.mine(3));
  const gaid = await newGaid(sandbox);
  const txs = await amp.get(`/assets/${uuids.granted}/txs`);
  const category = await amp.post("/categories/add", { name: "KYC", description: "" });
  const user = await amp.post("/registered_users/add", { name: "Ada", GAID: gaid, is_company: false });
  const [manager] = (await amp.get("/managers")).body;
  for (const uuid of manager.assets) await amp.put(`/managers/${manager.id}/assets/${uuid}/remove`);
  await amp.put(`/managers/${manager.id}/assets/${uuids.granted}/add`);
  const account = { username: "ungranted", password: "ungranted-password" };
  const ungranted = await amp.post("/managers/create", account);
  await amp.put(`/managers/${ungranted.body.id}/unlock`);
  return {
    gaid,
    txid: txs.body[0].txid,
    category: category.body.id,
    user: user.body.id,
    manager: manager.id,
  };
}

interface Seen {
  code: string | null;
  calls: string[];
  /** Turned away, as opposed to let in and failing later. */
  isRefused: boolean;
}

async function see(target: Target, role: keyof typeof sessions | "nobody", assetUuid: string): Promise<Seen> {
  const secret = role === "nobody" ? null : sessions[role];
  const visit: Visit = { secret, isDeed: target.kind === "action", calls: [], failures: [] };
  const code = await visits.run(visit, () => target.visit(assetUuid));
  const isUnasked = visit.calls.every((call) => call === "GET /managers/me");
  const isRefused =
    code === "FORBIDDEN" || code === "UNAUTHENTICATED" || (code === "NOT_FOUND" && isUnasked);
  return { code, calls: visit.calls, isRefused };
}

const AT_ONCE = 6;

async function forEach(items: Target[], work: (item: Target) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const carry = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
}

describe("every page, route and action", () => {
  it("prints", async () => {
    const rows: string[] = [];
    await forEach(targets, async (target) => {
      try {
        const issuer = await see(target, "issuer", uuids.granted);
        const manager = await see(target, "manager", uuids.granted);
        const strange = target.ofAsset ? await see(target, "manager", uuids.other) : null;
        const none = await see(target, "ungranted", uuids.granted);
        const nobody = await see(target, "nobody", uuids.granted);
        const bad = (s: Seen | null, g: string[]) => s?.calls.filter((c) => !mayManagerCall(c, g)).map((c) => inContract(c).endpoint) ?? [];
        rows.push(
          `${target.name} ${target.ofAsset ? "A" : "-"} | issuer ${issuer.code} ${issuer.isRefused ? "R" : ""} ${bad(issuer, [uuids.granted])} | manager ${manager.code} ${manager.isRefused ? "R" : ""} ${bad(manager, [uuids.granted])}| other ${strange?.code} ${strange?.isRefused ? "R" : ""} ${bad(strange, [uuids.granted])}| none ${none.code} ${none.isRefused ? "R" : ""} ${bad(none, [])} | nobody ${nobody.code} ${nobody.calls.length}`,
        );
      } catch (error) {
        rows.push(`${target.name} BROKEN ${String(error).slice(0, 300)}`);
      }
    });
    fs.writeFileSync("/tmp/c/J-roles.txt", rows.sort().join("\n"));
    expect(1).toBe(1);
  }, 120_000);
});
