import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { Actor } from "@/lib/domain/actor";
import type { ListedHolder } from "@/lib/domain/ownership";
import { parseUnits } from "@/lib/domain/units";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { exportList } from "./exports";
import { readOwnership } from "./ownership";
import { refreshOwnership } from "./ownership-now";
import { readSupplyHistory } from "./supply-history";
import { setBlacklisted } from "./utxos";

let bench: MirrorBench;
let issuer: Actor;
let assetUuid: string;

beforeAll(async () => {
  bench = await openMirrorBench();
  ({ issuer, assetUuid } = bench);
}, 60_000);
afterAll(() => bench?.close());

const outputsAtAmp = async () => (await ampAs(issuer)).call("listUtxos", { path: { assetUuid } });
const owners = (by = "user") => readOwnership(issuer, assetUuid, query({ limit: 200, filters: { by } }));

/** By the outputs themselves: of each GAID, and what lies in none. */
const blacklistedIn = (outputs: Utxo[], gaids: (string | null)[]) =>
  outputs
    .filter(({ blacklisted, gaid }) => blacklisted && gaids.includes(gaid))
    .reduce((sum, { amount }) => sum + amount, 0n);

const gaidsOf = ({ kind, gaids }: ListedHolder) =>
  kind === "treasury" ? [null] : gaids.map(({ gaid }) => gaid);

/** So that the copy may not be shown, at a moment when AMP does not tell the list. */
async function outputsMayHaveChanged(): Promise<void> {
  await pool().query("update mirror_copies set stale_at = now() where kind = 'utxos'");
  bench.relay.cut("/utxos", 300);
}

interface Exported {
  name: string;
  about: Record<string, string>;
  rows: Record<string, string | null>[];
}

async function exported(filters: Record<string, string> = {}): Promise<Exported> {
  const file = await exportList(issuer, "owners", { format: "json", of: assetUuid, ...filters });
  let text = "";
  for await (const chunk of file.chunks) text += chunk;
  return { name: file.name, ...JSON.parse(text) };
}

it("tells of each owner and of each GAID what of it is blacklisted, which adds up to AMP's sum", async () => {
  const before = await owners();
  expect(before.blacklisted).toMatchObject({ asOf: expect.any(Date), isOlder: false });
  expect(before.page.rows.every(({ blacklistedSats }) => blacklistedSats === 0n)).toBe(true);
  const all = await outputsAtAmp();
  const ofHolders = all.filter(({ gaid }) => gaid !== null).slice(0, 3);
  const ofTreasury = all.filter(({ gaid }) => gaid === null).slice(0, 1);
  const outputs = [...ofHolders, ...ofTreasury].map(({ txid, vout }) => ({ txid, vout }));
  await setBlacklisted(issuer, { intentId: randomUUID(), assetUuid, outputs, isBlacklisted: true });

  const listed = await outputsAtAmp();
  for (const by of ["user", "gaid"]) {
    const { page, today } = await owners(by);
    expect(page.nextCursor).toBeNull();
    for (const row of page.rows)
      expect([row.id, row.blacklistedSats]).toEqual([row.id, blacklistedIn(listed, gaidsOf(row))]);
    const blacklisted = page.rows.filter(({ blacklistedSats }) => blacklistedSats !== 0n);
    expect(new Set(blacklisted.map(({ kind }) => kind))).toEqual(new Set(["treasury", "user"]));
    const sum = blacklisted.reduce((all, { blacklistedSats }) => all + (blacklistedSats ?? 0n), 0n);
    expect(sum).toBe(today?.blacklistedSats);
  }
});

it("says that it is not known, and shows the owners, when AMP does not tell the outputs", async () => {
  const before = await owners();
  await outputsMayHaveChanged();
  const { blacklisted, page } = await owners();
  expect(blacklisted).toEqual({ asOf: null, isOlder: false });
  expect(page.rows).toEqual(before.page.rows.map((row) => ({ ...row, blacklistedSats: null })));
  expect((await owners()).page.rows).toEqual(before.page.rows);
});

it("says how old the outputs are that it knows of, when AMP does not tell them now", async () => {
  const before = await owners();
  bench.relay.cut("/utxos", 300);
  const { blacklisted, page } = await owners();
  expect(blacklisted).toEqual({ asOf: before.blacklisted?.asOf, isOlder: true });
  expect(page.rows).toEqual(before.page.rows);
});

it("asks for the outputs again when a person wants the owners read again", async () => {
  await owners();
  bench.relay.seen.splice(0);
  await refreshOwnership(issuer, { assetUuid });
  await owners();
  expect(bench.reads(`/assets/${assetUuid}/utxos`)).toBe(1);
});

it("still shows the outputs that were read last when AMP does not tell the owners that a person asked for", async () => {
  const before = await owners();
  bench.relay.cut("/ownerships", 300);
  await expect(refreshOwnership(issuer, { assetUuid })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  bench.relay.cut("/utxos", 300);
  expect((await owners()).blacklisted).toEqual({ asOf: before.blacklisted?.asOf, isOlder: true });
});

it("has no such amounts at an earlier block, where nobody knows them", async () => {
  const { changes } = await readSupplyHistory(issuer, assetUuid);
  const at = String((changes[0]?.height ?? 0) + 1);
  const then = await readOwnership(issuer, assetUuid, query({ filters: { at } }));
  expect(then.blacklisted).toBeNull();
  expect(then.page.rows.length).toBeGreaterThan(0);
  expect(then.page.rows.every(({ blacklistedSats }) => blacklistedSats === null)).toBe(true);

  const { name, about, rows } = await exported({ at });
  expect(rows[0]?.share_percent).toMatch(/^\d{1,3}\.\d{6}$/);
  expect(name).toContain(`-owners-at-${at}-`);
  expect(about.block_height).toBe(at);
  expect(about).not.toHaveProperty("blacklisted_as_of");
  expect(rows[0]).not.toHaveProperty("of_which_blacklisted_sats");
});

it("stands in the file, which gives a time for the block that AMP does not tell", async () => {
  const { page } = await owners();
  const { name, about, rows } = await exported();
  expect(rows.map((row) => row.of_which_blacklisted_sats)).toEqual(
    page.rows.map(({ blacklistedSats }) => String(blacklistedSats)),
  );
  const { figures } = await owners();
  // Six decimals of a percent: what a share is off by is half of the last one at most.
  const offs = page.rows.map(({ amountSats }, at) => {
    const share = parseUnits(String(rows[at]?.share_percent), 6) ?? -1n;
    return 2n * (share * figures.supplySats - amountSats * 10n ** 8n);
  });
  expect(offs.filter((off) => off > figures.supplySats || off < -figures.supplySats)).toEqual([]);
  expect(rows).toHaveLength(page.rows.length);
  const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/;
  expect(about.block_height).toMatch(new RegExp(`${time.source}, height not told by AMP$`));
  expect(about.blacklisted_as_of).toMatch(new RegExp(`${time.source}$`));
  expect(name).toMatch(/-owners-\d{8}t\d{6}z\.json$/);

  await outputsMayHaveChanged();
  const unknown = await exported();
  expect(unknown.about.blacklisted_as_of).toContain("not known");
  expect(unknown.rows.every((row) => row.of_which_blacklisted_sats === null)).toBe(true);
  expect(unknown.rows.map((row) => row.amount_sats)).toEqual(rows.map((row) => row.amount_sats));
});

it("has AMP's sum of the owners' list as new as the rows after an own change, of a long list too", async () => {
  await owners();
  await pool().query("update mirror_copies set row_count = 5000 where kind = 'holders'");
  const [output] = (await outputsAtAmp()).filter(({ blacklisted }) => !blacklisted);
  if (!output) throw new Error("Everything is blacklisted.");
  const { today } = await owners();
  const outputs = [{ txid: output.txid, vout: output.vout }];
  await setBlacklisted(issuer, { intentId: randomUUID(), assetUuid, outputs, isBlacklisted: true });
  expect((await owners()).today?.blacklistedSats).toBe((today?.blacklistedSats ?? 0n) + output.amount);
});
