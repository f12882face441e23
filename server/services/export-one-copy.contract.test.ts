import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { refreshHolders } from "@/server/mirror/holders";
import { refreshDueCopies } from "@/server/mirror/schedule";
import { type MirrorBench, OWNERS, openMirrorBench, query } from "@/server/mirror/testing";
import { refreshUsers, usersById } from "@/server/mirror/users";
import { exportList } from "./exports";
import { readOwnership } from "./ownership";
import { renameUser } from "./user-changes";

/** More than two portions of a file. */
const OTHERS = 4_500;

let bench: MirrorBench;
let issuer: Actor;

beforeAll(async () => {
  bench = await openMirrorBench({ others: OTHERS });
  issuer = bench.issuer;
}, 60_000);
afterAll(() => bench?.close());
afterEach(() => pool().query("delete from mirror_holds"));

interface File {
  rows: Record<string, string>[];
  count: number;
}

/** @param meanwhile runs once the first portion has arrived */
async function download(list: string, meanwhile: () => Promise<unknown>, of?: string): Promise<File> {
  const file = await exportList(issuer, list, { format: "json", ...(of === undefined ? {} : { of }) });
  let text = "";
  let chunks = 0;
  for await (const chunk of file.chunks) {
    text += chunk;
    chunks += 1;
    if (chunks === 2) await meanwhile();
  }
  return JSON.parse(text) as File;
}

async function lastUser() {
  const all = await (await ampAs(issuer)).call("listRegisteredUsers");
  const last = all.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? 1 : -1))[0];
  if (!last) throw new Error("There is no user.");
  return last;
}

/** The last one by name becomes the first, which AMP tells the desk with its next list. */
async function renameLast(): Promise<void> {
  const { id, name, isCompany } = await lastUser();
  const body = { name: `0 ${name}`, isCompany };
  await (await ampAs(issuer)).call("editRegisteredUser", { path: { registeredUserId: id }, body });
  await refreshUsers(issuer);
}

const generationsOf = async (table: string): Promise<number> => {
  const { rows } = await pool().query(`select count(distinct generation)::int as count from ${table}`);
  return rows[0].count;
};

const makeLate = () => pool().query("update mirror_holds set until = now() - interval '1 second'");

describe("a list that is downloaded while AMP's next one takes its place", () => {
  it("is all of the copy it began with, each user once, and that copy goes with the end of the download", async () => {
    const before = await refreshUsers(issuer);
    let kept = 0;
    const { rows, count } = await download("users", async () => {
      await renameLast();
      kept = await generationsOf("mirror_users");
    });
    expect(count).toBe(before.rowCount);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(before.rowCount);
    expect(rows.filter(({ name }) => name?.startsWith("0 "))).toEqual([]);
    expect([kept, await generationsOf("mirror_users")]).toEqual([2, 1]);
  });

  it("has nobody twice whom this desk renames meanwhile, and pages have the new name at once", async () => {
    const before = await refreshUsers(issuer);
    const { id, name } = await lastUser();
    const renamed = `00 ${name}`;
    const { rows } = await download("users", () => renameUser(issuer, { userId: id, name: renamed }));
    expect(new Set(rows.map((row) => row.id)).size).toBe(before.rowCount);
    expect(rows.filter((row) => String(row.id) === `${id}`).map((row) => row.name)).toEqual([name]);
    expect((await usersById(issuer, [id])).get(id)?.name).toBe(renamed);
    expect(await generationsOf("mirror_users")).toBe(1);
  });

  it("adds up to what was owned when it began", async () => {
    const { assetUuid } = bench;
    await readOwnership(issuer, assetUuid, query());
    await pool().query(`
      insert into mirror_holders select workspace_id, generation, 'account:X' || n, 'account', null, n
      from mirror_copies, generate_series(1, 5000) as n where kind = 'holders'`);
    await pool().query(`
      insert into mirror_holdings select workspace_id, generation, 100000 + n, 'account:X' || n, 'account', null, 'X' || n, n
      from mirror_copies, generate_series(1, 5000) as n where kind = 'holders'`);
    await pool().query("update mirror_copies set row_count = 5000 where kind = 'holders'");
    const { rows: sums } = await pool().query("select sum(amount)::text as sum from mirror_holders");
    const { rows } = await download("owners", () => refreshHolders(issuer, assetUuid), assetUuid);
    const sum = rows.reduce((total, { amount_sats: sats = "0" }) => total + BigInt(sats), 0n);
    expect([String(sum), rows.length]).toEqual([sums[0].sum, 5_000 + OWNERS + 1]);
    expect(await generationsOf("mirror_holders")).toBe(1);
  });

  it("ends as a failed one when it takes so long that its copy was not kept", async () => {
    const late = download("users", async () => {
      await makeLate();
      await renameLast();
    });
    await expect(late).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await generationsOf("mirror_users")).toBe(1);
  });

  it("keeps nothing for a file of which nobody takes the first row", async () => {
    const holds = async () => (await pool().query("select id from mirror_holds")).rows.length;
    const { chunks } = await exportList(issuer, "users", { format: "csv" });
    expect(await holds()).toBeGreaterThan(0);
    await chunks[Symbol.asyncIterator]().return?.();
    expect(await holds()).toBe(0);
  });

  it("keeps nothing when nobody reads on, or the one who read died", async () => {
    for (const isStopped of [true, false]) {
      const { chunks } = await exportList(issuer, "users", { format: "csv" });
      const reading = chunks[Symbol.asyncIterator]();
      for (let portion = 0; portion < 2; portion += 1) await reading.next();
      await renameLast();
      expect(await generationsOf("mirror_users")).toBe(2);
      if (isStopped) await reading.return?.();
      else {
        await refreshDueCopies(300);
        expect(await generationsOf("mirror_users")).toBe(2);
        await makeLate();
        await refreshDueCopies(300);
      }
      expect(await generationsOf("mirror_users")).toBe(1);
    }
  });
});
