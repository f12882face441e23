import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { parseCsv } from "@/lib/domain/csv";
import { failingRules, keyOf } from "@/lib/domain/eligibility-matrix";
import { findActor } from "@/server/auth/store";
import { addUser, issue, mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { readEligibilityMatrix } from "./eligibility-matrix";
import { exportList } from "./exports";
import { signIn } from "./sign-in";

let bench: Bench;
let manager: Actor;
/** The first is authorised and asks for a category, the second is neither authorised nor asks for one. */
const uuids = { funds: "", notes: "" };
/** Ada is in the category, Bob is not. */
const id = { ada: 0, bob: 0, category: 0 };

beforeAll(async () => {
  bench = await openBench();
  const { amp, sandbox } = bench;
  for (const name of ["funds", "notes"] as const)
    uuids[name] = (await issue(sandbox, amp, { name: `Alpine ${name}` })).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuids.funds}/register-authorized`);
  for (const name of ["ada", "bob"] as const) id[name] = (await addUser(sandbox, amp, name)).id;
  id.category = (await amp.post("/categories/add", { name: "Professional" })).body.id;
  await amp.put(`/categories/${id.category}/registered_users/${id.ada}/add`);
  await amp.put(`/categories/${id.category}/assets/${uuids.funds}/add`);
  const [own] = (await amp.get("/managers")).body;
  for (const uuid of own.assets) await amp.put(`/managers/${own.id}/assets/${uuid}/remove`);
  await amp.put(`/managers/${own.id}/assets/${uuids.notes}/add`);
  const account = { username: "manager", password: "manager-password" };
  const secret = await signIn({ environment: "sandbox", method: "password", ...account });
  manager = (await findActor(secret)) as Actor;
}, 30_000);
afterAll(() => bench?.close());

const read = (filters: Record<string, string> = {}, actor = bench.actor, q?: string) =>
  readEligibilityMatrix(actor, { limit: 50, sort: "id", filters, ...(q === undefined ? {} : { q }) });

/** `user × asset: the failing rules` of those made here. */
async function verdicts(...asked: Parameters<typeof read>) {
  const { page, columns } = await read(...asked);
  return page.rows
    .filter(({ id: user }) => user === id.ada || user === id.bob)
    .flatMap((user) =>
      columns.assets.map((asset) => [user.name, asset.name, ...failingRules(user, asset).map(keyOf)]),
    );
}

it("says of each user and each asset which rules fail", async () => {
  expect(await verdicts({ asset: "alpine" })).toEqual([
    ["ada", "Alpine funds"],
    ["ada", "Alpine notes", "unauthorized"],
    ["bob", "Alpine funds", id.category],
    ["bob", "Alpine notes", "unauthorized"],
  ]);
});

it("finds users in the copy and assets by their words", async () => {
  expect(await verdicts({ asset: uuids.funds, without: String(id.category) }, bench.actor, "bob")).toEqual([
    ["bob", "Alpine funds", id.category],
  ]);
  const none = await read({ asset: "no such asset" });
  expect(none.columns).toMatchObject({ assets: [], found: 0 });
  expect(none.assetCount).toBeGreaterThan(1);
});

it("shows a change of the rules at once", async () => {
  await bench.amp.put(`/assets/${uuids.funds}/lock`);
  expect(await verdicts({ asset: uuids.funds })).toEqual([
    ["ada", "Alpine funds", "locked"],
    ["bob", "Alpine funds", "locked", id.category],
  ]);
  await bench.amp.put(`/assets/${uuids.funds}/unlock`);
});

it("shows a manager the granted assets alone", async () => {
  const { columns, assetCount, page } = await read({}, manager);
  expect([columns.assets.map(({ assetUuid }) => assetUuid), assetCount]).toEqual([[uuids.notes], 1]);
  expect(page.rows.length).toBeGreaterThan(1);
});

const UNAUTHORIZED = "The asset is not authorised: Go to the asset's steps";

it("is saved for one asset with the verdict of now, the missing categories by name, and what to do", async () => {
  const rowsOf = async (actor: Actor, of: string) => {
    let text = "";
    const asked = { format: "json", of, sort: "id" };
    for await (const chunk of (await exportList(actor, "eligibility", asked)).chunks) text += chunk;
    const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
    return rows
      .filter(({ registered_user }) => [id.ada, id.bob].includes(Number(registered_user)))
      .map((row) => [
        ...[row.name, row.passes_own_rules, row.can_receive_now],
        ...[row.missing_category_ids, row.missing_categories, row.remedies],
      ]);
  };
  const toAdd = "Not in Professional: Add to the category";
  expect(await rowsOf(bench.actor, uuids.funds)).toEqual([
    ["ada", true, true, [], [], []],
    ["bob", false, false, [id.category], ["Professional"], [toAdd]],
  ]);
  await bench.amp.put(`/assets/${uuids.funds}/lock`);
  const unlock = "The asset is locked: Go to the asset's settings";
  expect(await rowsOf(bench.actor, uuids.funds)).toEqual([
    ["ada", true, false, [], [], [unlock]],
    ["bob", false, false, [id.category], ["Professional"], [unlock, toAdd]],
  ]);
  await bench.amp.put(`/assets/${uuids.funds}/unlock`);
  const ofIssuer = "The asset is not authorised: Only the issuer can do that.";
  expect(await rowsOf(manager, uuids.notes)).toEqual([
    ["ada", true, false, [], [], [ofIssuer]],
    ["bob", true, false, [], [], [ofIssuer]],
  ]);
});

it("is saved whole: a line for each user and each asset found, whichever part the page shows", async () => {
  const asked = { format: "csv", sort: "id", asset: "alpine", part: "7" };
  const linesFor = async (actor: Actor) => {
    let text = "";
    for await (const chunk of (await exportList(actor, "eligibility-matrix", asked)).chunks) text += chunk;
    const { rows } = parseCsv(text, ",");
    const heads = rows.findIndex(([first]) => first === "registered_user");
    expect(rows.slice(0, heads).flat().join(" ")).not.toContain("part=");
    const wanted = ["name", "asset", "can_receive", "failing_rules", "missing_categories", "remedies"];
    const places = wanted.map((name) => rows[heads]?.indexOf(name) ?? -1);
    const ours = rows.slice(heads + 1).filter(([user]) => [id.ada, id.bob].includes(Number(user)));
    return ours.map((cells) => places.map((at) => cells[at]));
  };
  expect(await linesFor(bench.actor)).toEqual([
    ["ada", "Alpine funds", "true", "0", "", ""],
    ["ada", "Alpine notes", "false", "1", "", UNAUTHORIZED],
    ["bob", "Alpine funds", "false", "1", "Professional", "Not in Professional: Add to the category"],
    ["bob", "Alpine notes", "false", "1", "", UNAUTHORIZED],
  ]);
  expect((await linesFor(manager)).map(([, asset]) => asset)).toEqual(["Alpine notes", "Alpine notes"]);
});
