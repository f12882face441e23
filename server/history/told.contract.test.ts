import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Move } from "@/lib/domain/movements";
import { pool } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { appendMoves, type History } from "./store";
import { isToldToday, keepTold, toldBeside, withTold } from "./told-store";

type Row = { gaid: string | null; amount: bigint };

const ACCOUNTS = 30_000;
const PORTION = 2_000;
const workspaceId = randomUUID();
let desk: TestDesk;
let history: History;

const gaidOf = (index: number) => `GA${index}`;
/** Height 5 gives every account 10, height 8 takes 3 of the first one's. */
const moves = (): Move[] => [
  moveOf(
    5,
    Array.from({ length: ACCOUNTS }, (_, index) => [gaidOf(index), 10n]),
  ),
  moveOf(8, [
    [gaidOf(0), -3n],
    [null, 3n],
  ]),
];

const moveOf = (height: number, changes: [string | null, bigint][]): Move => ({
  txid: `${height}`.padStart(64, "0"),
  height,
  at: new Date(height),
  kind: "transfer",
  supplySats: 0n,
  movements: changes.map(([gaid, sats]) => ({ height, gaid, userId: null, sats })),
});

beforeAll(async () => {
  desk = await openTestDesk();
  await pool().query(
    "insert into workspaces values ($1, 'sandbox', 'issuer', null, null, '', '', true, now(), now())",
    [workspaceId],
  );
  const key = { workspaceId, assetUuid: randomUUID() };
  await appendMoves(key, 0, moves());
  history = { ...key, transactions: 2 };
});
afterAll(() => desk?.close());

const stored = async (): Promise<number> => {
  const { rows } = await pool().query("select count(*)::int as count from history_told");
  return rows[0].count;
};

const owned = (): Row[] =>
  Array.from({ length: ACCOUNTS }, (_, index) => ({ gaid: gaidOf(index), amount: 10n }));

/** AMP's answer by portions, and how many rows were written down whenever the next one was asked for. */
async function* told(rows: Row[], written: number[] = []): AsyncGenerator<Row[]> {
  for (let start = 0; start < rows.length; start += PORTION) {
    written.push(await stored());
    yield rows.slice(start, start + PORTION);
  }
}

const compare = (rows: Row[], height = 5) =>
  withTold(workspaceId, async (check) => {
    await keepTold(check, told(rows));
    return toldBeside(check, history, height);
  });

describe("what AMP tells of a block", () => {
  it("is written down portion by portion, compared, and forgotten", async () => {
    const written: number[] = [];
    const found = await withTold(workspaceId, async (check) => {
      await keepTold(check, told(owned(), written));
      return toldBeside(check, history, 5);
    });
    expect(found).toEqual({ accounts: 0, largest: [], areShort: true });
    expect(written).toEqual(Array.from({ length: ACCOUNTS / PORTION }, (_, index) => index * PORTION));
    expect(await stored()).toBe(0);
  });

  it("is forgotten although the comparison fails", async () => {
    const failing = withTold(workspaceId, async (check) => {
      await keepTold(check, told(owned().slice(0, 10)));
      throw new Error("away");
    });
    await expect(failing).rejects.toThrow("away");
    expect(await stored()).toBe(0);
  });

  it("is added up by account, and nothing is the same as no row", async () => {
    const [first, ...rest] = owned();
    if (!first) throw new Error("There are accounts.");
    const parts = [{ ...first, amount: 4n }, { ...first, amount: 6n }, ...rest, { gaid: null, amount: 0n }];
    expect((await compare(parts)).accounts).toBe(0);
  });

  it("is compared with what had moved by that block alone", async () => {
    const [, ...rest] = owned();
    const rows = [{ gaid: gaidOf(0), amount: 7n }, { gaid: null, amount: 3n }, ...rest];
    expect((await compare(rows, 8)).accounts).toBe(0);
    expect(await compare(rows, 5)).toEqual({
      accounts: 2,
      areShort: false,
      largest: [
        { gaid: null, ampSats: 3n, movedSats: 0n },
        { gaid: "GA0", ampSats: 7n, movedSats: 10n },
      ],
    });
  });

  it("names no more than a few of many differences, the largest first, and says when all are short", async () => {
    const found = await compare([{ gaid: gaidOf(7), amount: 1n }]);
    expect(found).toMatchObject({ accounts: ACCOUNTS, areShort: true });
    expect(found.largest).toHaveLength(5);
    expect((await compare([{ gaid: "GAnew", amount: 99n }, ...owned()])).largest).toEqual([
      { gaid: "GAnew", ampSats: 99n, movedSats: 0n },
    ]);
  });

  it("is known to be today's when both answers are the same account by account", async () => {
    const same = (today: Row[]) =>
      withTold(workspaceId, async (check) => {
        await keepTold(check, told([{ gaid: null, amount: 5n }]));
        await keepTold(check, told(today), "today");
        return isToldToday(check);
      });
    const parts: Row[] = [
      { gaid: null, amount: 2n },
      { gaid: null, amount: 3n },
    ];
    expect([await same(parts), await same([]), await same([...parts, { gaid: "GA1", amount: 1n }])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
