import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "@/server/audit/search-store";
import { newGaid } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, toAmp } from "@/server/treasury/testing";
import { addCategory } from "./category-edits";
import { addGaid, addUser } from "./users";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

const newUser = (name: string, gaid = "") =>
  addUser(bench.actor, { intentId: randomUUID(), name, isCompany: false, gaid });

async function gaidsOf(userId: number): Promise<string[]> {
  return (await bench.amp.get(`/registered_users/${userId}/gaids`)).body;
}

async function lastEntry(): Promise<unknown> {
  const [entry] = await readAudit([bench.actor.workspaceId], { before: null, limit: 1 });
  return { action: entry?.action, outcome: entry?.outcome };
}

describe("a GAID whose answer was lost", () => {
  it("is told as added when AMP has it, and the log says so", async () => {
    const [{ id }, gaid] = [await newUser("Lost Wallet"), await newGaid(bench.sandbox)];
    bench.proxy.fail(toAmp("/gaids/add"), "cut-after", 1);
    await addGaid(bench.actor, { userId: id, gaid });
    expect(await gaidsOf(id)).toEqual([gaid]);
    expect(await lastEntry()).toEqual({ action: "user.gaid-added", outcome: "ok" });
  });

  it("is told as added when it is added again, and stays refused for another user", async () => {
    const [{ id }, gaid] = [await newUser("Twice"), await newGaid(bench.sandbox)];
    const other = await newUser("Another");
    bench.proxy.fail(toAmp("/gaids"), "cut-after");
    await expect(addGaid(bench.actor, { userId: id, gaid })).rejects.toThrow();
    bench.proxy.heal();
    await addGaid(bench.actor, { userId: id, gaid });
    await addGaid(bench.actor, { userId: id, gaid });
    expect(await gaidsOf(id)).toEqual([gaid]);
    await expect(addGaid(bench.actor, { userId: other.id, gaid })).rejects.toThrow(/Twice/);
  });

  it("stays a failure when AMP never heard of it", async () => {
    const [{ id }, gaid] = [await newUser("Unheard"), await newGaid(bench.sandbox)];
    bench.proxy.fail(toAmp("/gaids/add"), "cut-before", 1);
    await expect(addGaid(bench.actor, { userId: id, gaid })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await gaidsOf(id)).toEqual([]);
  });
});

describe("a user whose answer was lost", () => {
  it("is found by the wallet", async () => {
    const gaid = await newGaid(bench.sandbox);
    bench.proxy.fail(toAmp("/registered_users/add"), "cut-after", 1);
    const user = await newUser("Found by Wallet", gaid);
    expect(user).toMatchObject({ name: "Found by Wallet", gaid });
    expect((await bench.amp.get(`/registered_users/${user.id}`)).body.name).toBe("Found by Wallet");
  });

  it("stays unclear without a wallet, and under another name with one", async () => {
    const gaid = await newGaid(bench.sandbox);
    await newUser("Owner", gaid);
    for (const [name, wallet] of [
      ["Nobody knows", ""],
      ["Not the Owner", gaid],
    ] as const) {
      bench.proxy.fail(toAmp("/registered_users/add"), "cut-after", 1);
      await expect(newUser(name, wallet)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }
  });
});

describe("a category whose answer was lost", () => {
  const make = (name: string) =>
    addCategory(bench.actor, { intentId: randomUUID(), name, description: "From a lost answer" });

  it("is found by its name", async () => {
    bench.proxy.fail(toAmp("/categories/add"), "cut-after", 1);
    expect(await make("Lost and found")).toMatchObject({ name: "Lost and found", registeredUsers: [] });
  });

  it("is not taken for an older one that has members", async () => {
    const [{ id }, user] = [await make("Older"), await newUser("Member")];
    await bench.amp.put(`/categories/${id}/registered_users/${user.id}/add`);
    bench.proxy.fail(toAmp("/categories/add"), "cut-after", 1);
    await expect(make("Older")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
