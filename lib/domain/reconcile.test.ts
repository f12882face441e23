import { describe, expect, it } from "vitest";
import {
  type Answers,
  type Fate,
  findingsOf,
  isOrdered,
  type Look,
  ORDER_BLOCKS,
  persisting,
  questionsOf,
  type WalletMove,
} from "./reconcile";
import type { Finding, WatchFigures } from "./watch";

const txid = (letter: string) => letter.repeat(64);
const at = (letter: string, vout = 0) => `${txid(letter)}:${vout}`;

const figures: WatchFigures = {
  issuedSats: 1_000n,
  reissuedSats: 50n,
  burnedSats: 10n,
  holdersSats: 300n,
  blacklistedSats: 20n,
  treasurySats: 740n,
  lostSats: 0n,
  walletSats: 740n,
  trackedCoins: 1,
  walletCoins: 1,
  ampTokens: 1n,
  walletTokens: 1n,
};

const coin = (outpoint: string, rest = {}) => ({
  outpoint,
  amountSats: 740n,
  confirmations: 2,
  isToken: false,
  ...rest,
});

const quiet: Look = {
  figures,
  treasury: [at("a")],
  tracked: new Set([at("a"), at("b")]),
  lost: [],
  lostTokens: [],
  coins: [coin(at("a")), coin(at("c"), { isToken: true })],
  knownTokens: [at("c")],
  transactions: [],
};

const none: Answers = { fates: new Map(), sources: new Map() };
const fate = (outpoint: string, told: Fate): Answers => ({ ...none, fates: new Map([[outpoint, told]]) });
const kinds = (look: Look, answers = none) => findingsOf(look, answers).map(({ kind }) => kind);
const spent = (isAskedFor: boolean): Fate => ({ kind: "spent", by: txid("f"), isOrdered: isAskedFor });

describe("a look in which everything agrees", () => {
  it("asks nothing and finds nothing", () => {
    expect(questionsOf(quiet)).toEqual({ fates: [], sources: [] });
    expect(findingsOf(quiet, none)).toEqual([]);
  });
});

describe("a treasury output that the wallet does not show", () => {
  const look = { ...quiet, coins: quiet.coins.slice(1) };

  it.each<[string, Fate, string[]]>([
    ["is locked or elsewhere", { kind: "unspent" }, []],
    ["never was the wallet's", { kind: "elsewhere" }, []],
    ["was spent by an order", spent(true), []],
    ["was spent by nobody's order", spent(false), ["moved"]],
    ["was spent unseen", { kind: "spent", by: null, isOrdered: false }, ["moved"]],
    ["was made by a transaction that is gone", { kind: "never" }, ["conflict"]],
  ])("and that %s", (_, told, found) => {
    expect(questionsOf(look).fates).toEqual([at("a")]);
    expect(kinds(look, fate(at("a"), told))).toEqual(found);
  });

  it("is not held against anybody while nothing was answered", () => {
    expect(kinds(look)).toEqual([]);
  });
});

describe("the reissuance token", () => {
  const look = { ...quiet, coins: quiet.coins.slice(0, 1) };

  it("is followed from where it was", () => {
    const [found] = findingsOf(look, fate(at("c"), spent(false)));
    expect(found).toMatchObject({ kind: "moved", isToken: true, txid: txid("f") });
    expect(kinds(look, fate(at("c"), spent(true)))).toEqual([]);
    expect(kinds(look, fate(at("c"), { kind: "never" }))).toEqual([]);
  });
});

describe("what AMP calls lost", () => {
  it.each([
    ["lost", false],
    ["lostTokens", true],
  ] as const)("is told once, with its spender where there is one: %s", (list, isToken) => {
    const look = { ...quiet, [list]: [at("d")] };
    expect(findingsOf(look, none)).toMatchObject([{ kind: "lost", subject: at("d"), isToken }]);
    expect(kinds(look, fate(at("d"), spent(true)))).toEqual(["lost"]);
    expect(findingsOf(look, fate(at("d"), spent(false)))).toMatchObject([
      { kind: "moved", subject: at("d"), txid: txid("f"), isToken },
    ]);
  });
});

describe("a coin that AMP does not know", () => {
  const look = (confirmations: number): Look => ({
    ...quiet,
    coins: [...quiet.coins, coin(at("e"), { confirmations })],
  });
  const from = (source: "ordered" | "incoming" | "outside"): Answers => ({
    ...none,
    sources: new Map([[txid("e"), source]]),
  });

  it("may be the change of an order or on its way", () => {
    expect(questionsOf(look(0)).sources).toEqual([txid("e")]);
    expect(kinds(look(9), from("ordered"))).toEqual([]);
    expect(kinds(look(1), from("incoming"))).toEqual([]);
  });

  it("is told when AMP should know it, or nobody ordered it", () => {
    expect(kinds(look(2), from("incoming"))).toEqual(["untracked"]);
    expect(kinds(look(0), from("outside"))).toEqual(["untracked"]);
  });

  it("is not told beside the payment that made it", () => {
    const answers: Answers = {
      fates: new Map([[at("d"), { kind: "spent", by: txid("e"), isOrdered: false }]]),
      sources: new Map([[txid("e"), "outside"]]),
    };
    expect(kinds({ ...look(0), lost: [at("d")] }, answers)).toEqual(["moved"]);
  });
});

describe("an operation's transaction", () => {
  const seen = (confirmations: number | "gone" | "unknown", wasInBlock: boolean, isSettled = false) =>
    kinds({
      ...quiet,
      transactions: [{ operationId: "o", txid: txid("1"), confirmations, wasInBlock, isSettled }],
    });

  it("waits, is confirmed, is put back, loses or vanishes", () => {
    expect([seen(0, false), seen(1, true), seen(60, true)]).toEqual([[], [], []]);
    expect(seen(0, true)).toEqual(["reorganised"]);
    const lost = [seen(-1, true), seen(-3, false), seen("gone", true), seen("unknown", true)];
    expect([...lost, seen("unknown", false)]).toEqual(Array(5).fill(["conflict"]));
  });

  it("may be unknown to the wallet once it was booked, but neither lost nor gone", () => {
    expect(seen("unknown", true, true)).toEqual([]);
    expect([seen("unknown", false, true), seen("gone", true, true), seen(-1, true, true)]).toEqual(
      Array(3).fill(["conflict"]),
    );
  });
});

describe("the supply", () => {
  it("is short or exceeds by one unit", () => {
    for (const burnedSats of [9n, 11n])
      expect(kinds({ ...quiet, figures: { ...figures, burnedSats } })).toEqual(["supply"]);
  });

  it("is not judged while AMP does not tell what is lost", () => {
    expect(kinds({ ...quiet, figures: { ...figures, lostSats: null, treasurySats: 1n } })).toEqual([]);
  });

  it("adds up for any issuances, burns, holders and losses, and for none with a unit more or less", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return BigInt(seed);
    };
    for (let round = 0; round < 500; round += 1) {
      const [holdersSats, treasurySats, lostSats, burnedSats] = [random(), random(), random(), random()];
      const total = holdersSats + treasurySats + lostSats + burnedSats;
      const reissuedSats = random() % total;
      const rest = { ...figures, holdersSats, treasurySats, lostSats, burnedSats, reissuedSats };
      const look = (error: bigint): Look => ({
        ...quiet,
        figures: { ...rest, issuedSats: total - reissuedSats + error },
      });
      expect(kinds(look(0n))).toEqual([]);
      expect(kinds(look(random() + 1n))).toEqual(["supply"]);
    }
  });
});

describe("two looks", () => {
  const found = (kind: Finding["kind"], subject: string): Finding => ({
    kind,
    subject,
    txid: null,
    operationId: null,
    isToken: false,
  });

  it("raise only what both found, in the words of the second", () => {
    const first = [found("lost", at("a")), found("supply", "supply")];
    const second = [found("moved", at("a")), found("untracked", at("b"))];
    expect(persisting(first, second)).toEqual([found("moved", at("a"))]);
  });
});

describe("an order behind a transaction", () => {
  const move: WalletMove = {
    confirmations: 1,
    payments: [],
    paysToken: false,
    burnedSats: 0n,
    isReissuance: false,
  };
  const ordered = new Map([
    ["one", 5n],
    ["two", 7n],
  ]);
  const asked = (rest: Partial<WalletMove>) => isOrdered({ ...move, ...rest }, ordered);

  it("is a distribution when every payment is ordered with its amount", () => {
    const payments = [
      { address: "one", amountSats: 5n },
      { address: "two", amountSats: 7n },
    ];
    expect(asked({ payments })).toBe(true);
    expect(asked({ payments: payments.map((payment) => ({ ...payment, amountSats: 6n })) })).toBe(false);
    expect(asked({ payments: [...payments, { address: "stranger", amountSats: 5n }] })).toBe(false);
    expect(asked({ payments, paysToken: true })).toBe(false);
  });

  it("is a reissuance or a burn for an hour", () => {
    expect([asked({ isReissuance: true }), asked({ burnedSats: 1n })]).toEqual([true, true]);
    const late = { confirmations: ORDER_BLOCKS + 1 };
    expect([asked({ isReissuance: true, ...late }), asked({ burnedSats: 1n, ...late })]).toEqual([
      false,
      false,
    ]);
  });

  it("is missing when coins only move within the wallet, and when a reissuance also pays a stranger", () => {
    expect(asked({})).toBe(false);
    expect(asked({ isReissuance: true, payments: [{ address: "x", amountSats: 1n }] })).toBe(false);
  });
});
