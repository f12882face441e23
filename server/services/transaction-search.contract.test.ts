import { afterAll, beforeAll, expect, it } from "vitest";
import { shortenMiddle } from "@/lib/format/ids";
import { routes } from "@/lib/routes";
import { type Bench, openBench, readyAsset } from "@/server/treasury/testing";
import { getAsset } from "./assets";
import { search } from "./search";
import { readSupplyHistory } from "./supply-history";
import { findTransaction } from "./transaction-search";
import { listTransactions } from "./transactions";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const links = async (q: string) => (await search(bench.actor, q)).items.map(({ href }) => href);
const asked = () => bench.proxy.seen.filter(({ path }) => /\/txs\/[0-9a-f]{64}$/.test(path)).length;

it("finds the assets of a whole transaction id, by AMP and then by what the desk knows", async () => {
  const { actor, proxy } = bench;
  const { uuid } = await readyAsset(bench);
  const { page } = await listTransactions(actor, uuid, { limit: 1, filters: {} });
  const txid = page.rows[0]?.txid ?? "";
  const { items } = await search(actor, ` ${txid.toUpperCase()} `);
  const { name, assetId } = await getAsset(actor, uuid);
  expect(items).toContainEqual(
    expect.objectContaining({
      label: shortenMiddle(txid),
      hint: name,
      href: routes.transaction(uuid, txid),
    }),
  );
  expect(asked()).toBeGreaterThan(0);

  await readSupplyHistory(actor, uuid); // reads its movements
  proxy.seen.splice(0);
  expect(await links(`${txid}:1`)).toContain(routes.transaction(uuid, txid));
  expect(await links(txid.slice(0, 63))).not.toContain(routes.transaction(uuid, txid));
  // An asset's id is an asset's alone.
  expect(await links(assetId)).toEqual([routes.asset(uuid)]);
  expect(asked()).toBe(0);
  expect(await links("ab".repeat(32))).toEqual([]);
});

it("is for those who may read transactions", async () => {
  const manager = { ...bench.actor, role: "manager" as const };
  await expect(findTransaction(manager, "ab".repeat(32))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
