import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/server/auth/store";
import { addUser, issue } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { listCategories } from "./categories";
import { exportList } from "./exports";
import { signIn } from "./sign-in";

let bench: Bench;
let manager: Actor;
/** The first has a member and is required by both assets, the second is required and empty, the third is neither. */
const ids = { both: 0, required: 0, bare: 0 };
/** The manager has the first one alone. */
const uuids = { granted: "", other: "" };

beforeAll(async () => {
  bench = await openBench();
  const { amp, sandbox } = bench;
  for (const name of ["granted", "other"] as const)
    uuids[name] = (await issue(sandbox, amp, { name: `Named; ${name}` })).asset_uuid;
  for (const name of ["both", "required", "bare"] as const)
    ids[name] = (await amp.post("/categories/add", { name: `filter ${name}` })).body.id;
  const user = await addUser(sandbox, amp, "ada");
  await amp.put(`/categories/${ids.both}/registered_users/${user.id}/add`);
  for (const [id, uuid] of [
    [ids.both, uuids.granted],
    [ids.both, uuids.other],
    [ids.required, uuids.other],
  ])
    await amp.put(`/categories/${id}/assets/${uuid}/add`);
  const [own] = (await amp.get("/managers")).body;
  for (const uuid of own.assets) await amp.put(`/managers/${own.id}/assets/${uuid}/remove`);
  await amp.put(`/managers/${own.id}/assets/${uuids.granted}/add`);
  const account = { username: "manager", password: "manager-password" };
  manager = (await findActor(
    await signIn({ environment: "sandbox", method: "password", ...account }),
  )) as Actor;
}, 30_000);
afterAll(() => bench?.close());

it("categories are found by whether anybody is in them and whether an asset requires them", async () => {
  const found = async (filters: Record<string, string>, actor = bench.actor) =>
    (await listCategories(actor, { limit: 50, sort: "name", q: "filter", filters })).rows.map(({ id }) => id);
  expect(await found({ members: "some" })).toEqual([ids.both]);
  expect(await found({ members: "none" })).toEqual([ids.bare, ids.required]);
  expect(await found({ assets: "some" })).toEqual([ids.both, ids.required]);
  expect(await found({ assets: "none" })).toEqual([ids.bare]);
  expect(await found({ assets: "some", members: "none" })).toEqual([ids.required]);
  expect(await found({ assets: "none" }, manager)).toEqual([ids.bare, ids.required]);
});

it("their file names the assets that require each, and follows the filters", async () => {
  const rowsOf = async (actor: Actor, asked: Record<string, string>) => {
    let text = "";
    const file = await exportList(actor, "categories", { format: "json", q: "filter", ...asked });
    for await (const chunk of file.chunks) text += chunk;
    const { rows } = JSON.parse(text) as { rows: { id: number; asset_uuids: string[]; assets: string[] }[] };
    return rows.map(({ id, asset_uuids, assets }) => [id, asset_uuids, assets]);
  };
  const names = new Map([
    [uuids.granted, "Named; granted"],
    [uuids.other, "Named; other"],
  ]);
  const [[id, both, named] = [], ...rest] = await rowsOf(bench.actor, { assets: "some" });
  expect(id).toBe(ids.both);
  expect([...(both as string[])].sort()).toEqual(Object.values(uuids).sort());
  expect(named).toEqual((both as string[]).map((uuid) => names.get(uuid)));
  expect(rest).toEqual([[ids.required, [uuids.other], ["Named; other"]]]);
  expect(await rowsOf(manager, { assets: "some" })).toEqual([
    [ids.both, [uuids.granted], ["Named; granted"]],
  ]);
});
