import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { categoriesOf, storeCategories } from "./categories-store";
import { storeUsers, usersOf } from "./users-store";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const workspaceId = crypto.randomUUID();
const read = { ticket: 1, isGone: false };

/** AMP's JSON may hold what no text of PostgreSQL does. */
const ODD = "Ada\0 \ud83d Lovelace";
const LONG = "😀".repeat(100);

it("keeps a register in which a name has a zero byte, half a character, or is cut for its order", async () => {
  const one = { gaid: null, isCompany: false, categories: [], creator: 1 };
  const names = [ODD, `a${LONG}`, LONG].map((name, id) => ({ ...one, id: id + 1, name }));
  await storeUsers(db(), usersOf(workspaceId), 1, names, read);
  const kept = await db().execute<{ name: string }>("select name from mirror_users order by id");
  expect(kept.rows.map(({ name }) => name)).toEqual(["Ada  Lovelace", `a${LONG}`, LONG]);
});

it("keeps categories whose words hold the same", async () => {
  const category = { id: 1, name: ODD, description: ODD, memberCount: 0, assets: [] };
  await storeCategories(db(), categoriesOf(workspaceId), 1, [category], read);
  const kept = await db().execute("select name, description from mirror_categories");
  expect(kept.rows).toEqual([{ name: "Ada  Lovelace", description: "Ada  Lovelace" }]);
});
