import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, addUser, assign, distribute, issue, mine, signIn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox?.stop());

describe("the lists of an asset", () => {
  type Row = Record<string, Wire>;
  let path: string;

  beforeAll(async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp, { restricted: false });
    path = `/assets/${uuid}`;
    await mine(sandbox, 3);
    await amp.get(`${path}/register-authorized`);
    for (const [index, name] of ["Bernard Okafor", "Clara Lindqvist"].entries()) {
      const { id } = await addUser(sandbox, amp, name);
      await assign(amp, uuid, id, 100 + index);
      await distribute(sandbox, amp, uuid);
    }
  });

  const rows = async (list: string, query = ""): Promise<Row[]> =>
    (await amp.get(`${path}/${list}?${query}`)).body;

  it("can be sorted by every key of their rows, both ways", async () => {
    for (const list of ["activities", "txs"]) {
      const [first = {}, ...others] = await rows(list);
      expect(others).toHaveLength(2);
      for (const column of Object.keys(first).filter((key) => key !== "inputs" && key !== "outputs")) {
        const by = (order: string) =>
          rows(list, `sortcolumn=${encodeURIComponent(column)}&sortorder=${order}`);
        const shown = (await by("asc")).map((row) => row[column]).filter((value) => value !== null);
        expect(shown, `${list} by ${column}`).toEqual(
          [...shown].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
        );
        expect((await by("desc")).map(({ txid }) => txid)).toEqual(
          (await by("asc")).map(({ txid }) => txid).reverse(),
        );
      }
    }
  });

  it("page and filter by inclusive heights", async () => {
    for (const list of ["activities", "txs"]) {
      const all = await rows(list);
      expect(await rows(list, "start=1&count=1")).toEqual([all[1]]);
      expect(await rows(list, "count=0")).toEqual([]);
      expect(await rows(list, "start=99")).toEqual([]);
      const height = all[1]?.blockheight;
      expect(await rows(list, `height_start=${height}&height_stop=${height}`)).toEqual([all[1]]);
      expect(await rows(list, `height_stop=${height}`)).toEqual(all.slice(0, 2));
      expect(await rows(list, `height_start=${height}`)).toEqual(all.slice(1));
    }
  });

  it("carry the older names beside today's, and times in microseconds", async () => {
    const [, distribution = {}] = await rows("activities");
    expect(distribution.datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(distribution.description).toBe("Distribution to Bernard Okafor");
    const { registered_user: user, GAID: gaid } = distribution;
    expect(distribution).toMatchObject({ "registered user": user, investor: user });
    expect(await rows("utxos")).toContainEqual(
      expect.objectContaining({
        registered_user: user,
        investor: user,
        gaid,
        GAID: gaid,
        blacklisted: false,
      }),
    );
    expect(await rows("assignments")).toContainEqual(
      expect.objectContaining({ registered_user: user, investor: user, GAID: gaid, is_distributed: true }),
    );
  });

  it("mark an output named twice once and refuse a list with one that is unknown", async () => {
    const held = (await rows("utxos")).find(({ gaid }) => gaid !== null) as Row;
    const outpoint = { txid: held.txid, vout: held.vout };
    const marked = await amp.post(`${path}/utxos/blacklist`, [outpoint, outpoint]);
    expect(marked.body).toEqual([{ ...held, blacklisted: true }]);
    const unknown = { txid: "0".repeat(64), vout: 0 };
    expect((await amp.post(`${path}/utxos/whitelist`, [outpoint, unknown])).status).toBe(400);
    expect((await amp.get(`${path}/summary`)).body.blacklisted).toBe(held.amount);
    expect((await amp.post(`${path}/utxos/whitelist`, [])).body).toEqual([]);
    expect((await amp.post(`${path}/utxos/whitelist`, [outpoint])).body).toEqual([held]);
  });
});
