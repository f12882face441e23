import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import {
  canReceive,
  type EligibilityRow,
  failingUserRules,
  type RuleFilter,
  type UserRule,
} from "@/lib/domain/eligibility";
import { transaction } from "@/server/db/client";
import { issue } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { beginGeneration, type CopyId, serveGeneration } from "./copies-store";
import { eligibilityPage } from "./eligibility";
import { storeUsers, usersOf } from "./users-store";
import { storeUtxos, utxosOf } from "./utxos-store";

let bench: Bench;
let uuid: string;

beforeAll(async () => {
  bench = await openBench();
  uuid = (await issue(bench.sandbox, bench.amp)).asset_uuid;
}, 30_000);
afterAll(() => bench?.close());

describe("why not", () => {
  it("counts and filters in the database as the rules say of each user", async () => {
    const [users, blacklisted] = generated(300);
    await serve(usersOf(bench.actor.workspaceId), (tx, of, generation) =>
      storeUsers(tx, of, generation, users, { ticket: generation, isGone: false }),
    );
    await serve(utxosOf(bench.actor.workspaceId, uuid), (tx, of, generation) =>
      storeUtxos(tx, of, generation, utxosFor(users, blacklisted)),
    );
    for (const requirements of [[], [1], [1, 2, 3]]) {
      const rules = { isLocked: false, isAuthorized: true, transferRestricted: true, requirements };
      const expected = users.map(({ categories, ...user }) => ({
        ...user,
        failing: failingUserRules({ ...user, categories, hasBlacklisted: blacklisted.has(user.id) }, rules),
      }));
      const first = await eligibilityPage(bench.actor, uuid, rules, { limit: 40, filters: {}, sort: "id" });
      const fitting = (filter: RuleFilter) => expected.filter(({ failing }) => isInFilter(failing, filter));
      expect(first.counts).toEqual({
        users: users.length,
        clear: expected.filter(({ failing }) => canReceive(failing)).length,
        noGaid: fitting("no-gaid").length,
        blacklisted: fitting("blacklisted").length,
        missing: Object.fromEntries(requirements.map((category) => [category, fitting(category).length])),
      });
      expect(first.counts.blacklisted).toBeGreaterThan(10);
      for (const filter of ["clear", "failing", "no-gaid", "blacklisted", 2] as const) {
        const rows = await everyRow(rules, String(filter));
        expect(rows).toEqual(
          fitting(filter).map(({ id: number, name, gaid, failing }) => ({ id: number, name, gaid, failing })),
        );
      }
    }
  });
});

async function everyRow(rules: Parameters<typeof eligibilityPage>[2], rule: string) {
  const rows: EligibilityRow[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 40, sort: "id", filters: { rule }, ...(cursor === undefined ? {} : { cursor }) };
    const { page } = await eligibilityPage(bench.actor, uuid, rules, query);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** What `ruleSql` says in SQL. */
function isInFilter(failing: readonly UserRule[], filter: RuleFilter): boolean {
  if (filter === "clear") return canReceive(failing);
  if (filter === "failing") return !canReceive(failing);
  return failing.some((one) => (one.rule === "category" ? one.categoryId === filter : one.rule === filter));
}

/** Users with every mixture of categories, wallet and blacklisted outputs. */
function generated(count: number): [RegisteredUser[], Set<number>] {
  const users = Array.from({ length: count }, (_, at): RegisteredUser => {
    const number = at + 1;
    const categories = [1, 2, 3, 4].filter((category) => (number * 7 + category * category) % 5 > 1);
    const gaid = number % 4 === 0 ? null : `GA${number}`;
    return { id: number, name: `User ${number}`, gaid, isCompany: false, categories, creator: 1 };
  });
  return [users, new Set(users.map((user) => user.id).filter((number) => number % 9 < 2))];
}

/** A free output for everybody with a wallet, a blacklisted one for some. */
const utxosFor = (users: RegisteredUser[], blacklisted: ReadonlySet<number>) =>
  users.flatMap((user) =>
    [false, true]
      .filter((isBlacklisted) => !isBlacklisted || blacklisted.has(user.id))
      .map((isBlacklisted) => ({
        txid: user.id.toString(16).padStart(64, "0"),
        vout: Number(isBlacklisted),
        asset: "",
        amount: 5n,
        registeredUser: user.id,
        gaid: `GA${user.id}`,
        blacklisted: isBlacklisted,
      })),
  );

/** Puts rows in the place of AMP's list, as a long one that is not read for each page. */
async function serve(
  of: CopyId,
  store: (tx: Parameters<typeof storeUsers>[0], of: CopyId, generation: number) => Promise<void>,
): Promise<void> {
  const { generation } = await beginGeneration(of);
  await transaction((tx) => store(tx, of, generation));
  const finished = { rowCount: 100_000, tookMs: 1, digest: null, beside: null, figures: null };
  await serveGeneration(of, generation, finished, async () => {});
}
