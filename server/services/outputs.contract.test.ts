import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { utxoKey } from "@/lib/domain/utxos";
import { encodeJson } from "@/lib/json";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { readAudit } from "@/server/audit/search-store";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { callNode, mine, sendOrder, signIn as signInAtAmp } from "@/server/sandbox/amp/testing";
import {
  approve,
  type Bench,
  expectDoneOnce,
  openBench,
  type ReadyAsset,
  readyAsset,
  toAmp,
  work,
} from "@/server/treasury/testing";
import { listActivities } from "./activities";
import { takeGaidAddress } from "./gaids";
import { offsetCursor } from "./list";
import { readLostOutputs } from "./lost-outputs";
import { revealBlinders } from "./revealed-blinders";
import { signIn } from "./sign-in";
import { listTransactions, readTransaction } from "./transactions";
import { listUtxos, setBlacklisted } from "./utxos";

const ALL: ListQuery = { limit: 50, filters: {} };
const EXPLORER = "https://explorer.example/liquid";

let bench: Bench;
let manager: Actor;
/** Distributed to its holders, granted to the manager. */
let asset: ReadyAsset;

beforeAll(async () => {
  bench = await openBench(() => ({ AMP_SANDBOX_EXPLORER_URL: `${EXPLORER}/` }));
  asset = await readyAsset(bench);
  const operationId = await approve(bench.actor, asset.uuid);
  await work();
  await expectDoneOnce(bench, asset, operationId);
  const { body } = await (await signInAtAmp(bench.sandbox, "manager")).get("/managers/me");
  await bench.amp.put(`/managers/${body.id}/assets/${asset.uuid}/add`);
  const account = { username: "manager", password: "manager-password" };
  const found = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!found) throw new Error("The manager's session is not there.");
  manager = found;
});
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

const askedOf = (part: string) => bench.proxy.seen.filter(toAmp(part)).length;
const lastAudit = async () => (await readAudit([bench.actor.workspaceId], { before: null, limit: 1 }))[0];

describe("the blinders of a transaction", () => {
  async function distribution() {
    const { page } = await listTransactions(bench.actor, asset.uuid, {
      limit: 50,
      filters: { type: "distribution" },
    });
    expect(page.rows).toMatchObject([{ kind: "distribution", movedSats: 250_001n, receivers: 2 }]);
    const txid = page.rows[0]?.txid ?? "";
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/txs/${txid}`);
    return { txid, outputs: body.outputs as { vout: number; amount: number; amount_blinder: string }[] };
  }

  it("leave the server only on demand, and that somebody looked is kept without them", async () => {
    const { txid, outputs } = await distribution();
    const { actor } = bench;
    const seen = encodeJson([
      await readTransaction(actor, asset.uuid, txid),
      await listTransactions(actor, asset.uuid, ALL),
      await listActivities(actor, asset.uuid, ALL),
    ]);
    const revealed = await withRequestId(newRequestId(), () =>
      revealBlinders(actor, { assetUuid: asset.uuid, txid }),
    );
    expect(revealed.outputs.map(({ amountBlinder }) => amountBlinder)).toEqual(
      outputs.map((output) => output.amount_blinder),
    );
    for (const { amount_blinder: blinder } of outputs) expect(seen).not.toContain(blinder);
    expect(revealed.unblindedUrl).toBe(`${EXPLORER}/tx/${txid}#${revealed.fragment}`);
    expect(revealed.fragment).toContain(
      `blinded=${outputs[0]?.amount},${asset.assetId},${outputs[0]?.amount_blinder},`,
    );
    expect(await lastAudit()).toMatchObject({
      action: "transaction.blinders-revealed",
      outcome: "ok",
      assetUuid: asset.uuid,
      detail: { txid },
    });
    await flushAmpCalls();
    const { rows } = await pool().query<{ row: string }>(
      "select c::text as row from amp_calls c union all select a::text from audit_entries a",
    );
    expect(rows.some(({ row }) => row.includes(`txs/${txid}`))).toBe(true);
    for (const { amount_blinder: blinder } of outputs)
      expect(rows.some(({ row }) => row.includes(blinder))).toBe(false);
  });

  it("are refused to a manager before AMP is asked", async () => {
    const { txid } = await distribution();
    const before = askedOf(txid);
    const refused = { code: "FORBIDDEN" };
    const wish = { assetUuid: asset.uuid, txid };
    await expect(revealBlinders(manager, wish)).rejects.toMatchObject(refused);
    await expect(readTransaction(manager, asset.uuid, txid)).rejects.toMatchObject(refused);
    expect(askedOf(txid)).toBe(before);
  });
});

describe("activities", () => {
  it("come with AMP's words for them, which are searched too", async () => {
    const { page } = await listActivities(bench.actor, asset.uuid, ALL);
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/activities`);
    const told = (body as { txid: string; vout: number; description: string }[]).map(
      ({ txid, vout, description }) => [`${txid}:${vout}`, description],
    );
    const shown = page.rows.map(({ txid, vout, description }) => [`${txid}:${vout}`, description]);
    expect(new Map(shown as [string, string][])).toEqual(new Map(told as [string, string][]));
    const query = { ...ALL, q: "ISSUANCE to the" };
    const found = (await listActivities(bench.actor, asset.uuid, query)).page.rows;
    expect(found.map(({ description }) => description)).toEqual(["Issuance to the treasury"]);
  });

  const list = (filters: Record<string, string>, q?: string) =>
    listActivities(bench.actor, asset.uuid, { limit: 50, filters, ...(q ? { q } : {}) });

  it("are filtered by type and by what names their holder", async () => {
    expect((await list({ type: "issuance" })).page.rows).toMatchObject([{ type: "issuance" }]);
    const gaid = asset.holders[0]?.gaid ?? "";
    expect((await list({}, gaid)).page.rows).toMatchObject([{ type: "distribution", owner: { gaid } }]);
  });

  it("are filtered by days, which become heights", async () => {
    const { rows } = (await list({})).page;
    const day = (at: Date, days = 0) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const [newest, oldest] = [rows[0]?.datetime as Date, rows.at(-1)?.datetime as Date];
    expect((await list({ since: day(oldest), until: day(newest) })).page.rows).toEqual(rows);
    expect((await list({ since: day(newest, 1) })).page.rows).toEqual([]);
    expect((await list({ until: day(oldest, -1) })).page.rows).toEqual([]);
  });
});

describe("the blacklist", () => {
  async function holders() {
    const { page } = await listUtxos(bench.actor, asset.uuid, { limit: 50, filters: { owner: "user" } });
    expect(page.rows).toHaveLength(2);
    return page.rows;
  }
  const blacklistedAtAmp = async (): Promise<string[]> => {
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/utxos`);
    return body.filter((utxo: { blacklisted: boolean }) => utxo.blacklisted).map(utxoKey);
  };
  const wishFor = (rows: { txid: string; vout: number }[], isBlacklisted: boolean) => ({
    intentId: randomUUID(),
    assetUuid: asset.uuid,
    outputs: rows.map(({ txid, vout }) => ({ txid, vout })),
    isBlacklisted,
  });
  const change = (rows: { txid: string; vout: number }[], isBlacklisted: boolean) =>
    setBlacklisted(bench.actor, wishFor(rows, isBlacklisted));

  it("takes an output once, however often the form arrives, and gives it back", async () => {
    const [row] = await holders();
    if (!row) throw new Error("no holder");
    const before = askedOf("utxos/blacklist");
    const wish = wishFor([row], true);
    const first = await setBlacklisted(bench.actor, wish);
    expect(first).toEqual({ changed: { count: 1, amountSats: row.amountSats }, already: 0 });
    expect(await setBlacklisted(bench.actor, wish)).toEqual(first);
    expect(await change([row], true)).toEqual({ changed: { count: 0, amountSats: 0n }, already: 1 });
    expect(askedOf("utxos/blacklist")).toBe(before + 1);
    expect(await blacklistedAtAmp()).toEqual([utxoKey(row)]);
    expect(await lastAudit()).toMatchObject({
      action: "utxo.blacklisted",
      outcome: "ok",
      detail: { amountSats: String(row.amountSats), outpoints: [utxoKey(row)] },
    });
    const view = await listUtxos(bench.actor, asset.uuid, ALL);
    expect(view.blacklisted).toEqual({ count: 1, amountSats: row.amountSats });
    expect(view.all.amountSats).toBe(10_000_000n);

    expect((await change([row], false)).changed.count).toBe(1);
    expect(await blacklistedAtAmp()).toEqual([]);
    expect(await lastAudit()).toMatchObject({ action: "utxo.whitelisted" });
  });

  it("finds out after a lost answer that it was carried out, without asking twice", async () => {
    const rows = await holders();
    const before = askedOf("utxos/blacklist");
    bench.proxy.fail(toAmp("utxos/blacklist"), "cut-after", 1);
    expect((await change(rows, true)).changed.count).toBe(2);
    expect(askedOf("utxos/blacklist")).toBe(before + 1);
    bench.proxy.fail(toAmp("utxos/whitelist"), "cut-after", 1);
    await change(rows, false);
    expect(await blacklistedAtAmp()).toEqual([]);
  });

  it("is not repeated by the same form when nobody heard of it; a new one looks and goes on", async () => {
    const rows = await holders();
    bench.proxy.fail(toAmp("utxos/blacklist"), "cut-before", 1);
    const wish = wishFor(rows, true);
    await expect(setBlacklisted(bench.actor, wish)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(setBlacklisted(bench.actor, wish)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await blacklistedAtAmp()).toEqual([]);
    await change(rows, true);
    expect((await change(rows, false)).changed.count).toBe(2);
  });

  it("changes nothing when one of the outputs is not there any more", async () => {
    const rows = await holders();
    const before = askedOf("utxos/blacklist");
    const gone = { txid: "ab".repeat(32), vout: 0 };
    await expect(change([...rows, gone], true)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(askedOf("utxos/blacklist")).toBe(before);
  });

  it("is read by a manager of the asset and changed by the issuer alone", async () => {
    const view = await listUtxos(manager, asset.uuid, ALL);
    expect(view.page.total).toBe(3);
    const before = askedOf("utxos/blacklist");
    const wish = wishFor(view.page.rows, true);
    await expect(setBlacklisted(manager, wish)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(askedOf("utxos/blacklist")).toBe(before);
  });
});

describe("the list of outputs", () => {
  it.each(["-amount", "owner"])("is complete page by page, sorted by %s", async (sort) => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: ListQuery = { limit: 1, filters: {}, sort, ...(cursor ? { cursor } : {}) };
      const { page } = await listUtxos(bench.actor, asset.uuid, query);
      seen.push(...page.rows.map(utxoKey));
      cursor = page.nextCursor;
    }
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/utxos`);
    expect(seen.sort()).toEqual(body.map(utxoKey).sort());
  });

  it("is searched by GAID, transaction and name", async () => {
    const find = (q: string) => listUtxos(bench.actor, asset.uuid, { ...ALL, q });
    const gaid = asset.holders[0]?.gaid ?? "";
    expect((await find(gaid.toLowerCase())).page.rows).toMatchObject([{ owner: { gaid } }]);
    expect((await find(`Holder ${gaid.slice(-4)}`)).page.rows).toMatchObject([{ owner: { gaid } }]);
    const [row] = (await find("")).page.rows;
    expect((await find(row?.txid ?? "")).page.rows.map(({ txid }) => txid)).toContain(row?.txid);
    expect((await find("nobody has this name")).page).toMatchObject({ rows: [], total: 0 });
  });
});

describe("one wallet", () => {
  it("has its outputs laid beside the balance that AMP tells", async () => {
    const [holder] = asset.holders;
    const gaid = holder?.gaid ?? "";
    const { wallet } = await listUtxos(bench.actor, asset.uuid, { limit: 50, filters: { gaid } });
    const amountSats = BigInt(holder?.amount ?? 0);
    expect(wallet).toEqual({ gaid, balanceSats: amountSats, listed: { count: 1, amountSats } });
  });

  it("gets one address for one request, also when the answer is lost", async () => {
    const gaid = asset.holders[0]?.gaid ?? "";
    const { address } = await takeGaidAddress(bench.actor, { gaid });
    expect(address).not.toBe("");
    expect(await lastAudit()).toMatchObject({ action: "gaid.address-taken", detail: { gaid } });
    const before = askedOf(`${gaid}/address`);
    bench.proxy.fail(toAmp(`${gaid}/address`), "cut-after");
    await expect(takeGaidAddress(bench.actor, { gaid })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(askedOf(`${gaid}/address`)).toBe(before + 1);
  });
});

describe("lost outputs", () => {
  it("are told with what they held once the treasury has moved them past AMP", async () => {
    const other = await readyAsset(bench);
    const read = () => readLostOutputs(bench.actor, other.uuid, ALL);
    expect((await read()).page.rows).toEqual([]);
    const to = await callNode(bench.sandbox, "getnewaddress");
    const order = { map_address_amount: { [to]: "0.00000005" }, map_address_asset: { [to]: other.assetId } };
    await sendOrder(bench.sandbox, order);
    await mine(bench.sandbox, 1);
    expect((await read()).page.rows).toMatchObject([{ isToken: false, amountSats: 10_000_000n }]);
    // What an address says of a search must not hide any.
    const searched: ListQuery = { ...ALL, q: "nothing like it" };
    expect((await readLostOutputs(bench.actor, other.uuid, searched)).page.total).toBe(1);
    const behind = readLostOutputs(bench.actor, other.uuid, { ...ALL, cursor: offsetCursor(1) });
    await expect(behind).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(readLostOutputs(manager, other.uuid, ALL)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
