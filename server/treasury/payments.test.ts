import { describe, expect, it } from "vitest";
import type { NodeClient } from "@/server/elements/rpc";
import { findPaid } from "./payments";

const ADDRESS = "address";
const line = (txid: string, confirmations: number, rest = {}) => ({
  ...{ address: ADDRESS, category: "send", txid, confirmations },
  ...rest,
});
const walletWith = (...lines: object[]) =>
  ({ walletKey: "w", call: async () => lines }) as unknown as NodeClient;
const paidBy = async (...lines: object[]) =>
  (await findPaid(walletWith(...lines), "tag", [ADDRESS], null)).others;

describe("a payment of an order", () => {
  it("is first what is or may get in the chain, then what lost or was given up lately", async () => {
    const lines = [line("lost", -1), line("given-up", 0, { abandoned: true }), line("b", 0), line("c", 3)];
    expect(await paidBy(...lines)).toEqual(["b", "c", "lost", "given-up"]);
  });

  it("is none that lost against another one two blocks deep", async () => {
    expect(await paidBy(line("lost", -2))).toEqual([]);
    expect(await paidBy(line("lost", -1))).toEqual(["lost"]);
  });

  it("that carries the mark is taken, before one with the mark that lost", async () => {
    const node = walletWith(
      line("lost", -9, { comment: "tag" }),
      line("own", 0, { comment: "tag" }),
      line("b", 1),
    );
    expect(await findPaid(node, "tag", [ADDRESS], null)).toEqual({ tagged: "own", others: [] });
    const lost = walletWith(line("lost", -9, { comment: "tag" }), line("b", 1));
    expect(await findPaid(lost, "tag", [ADDRESS], null)).toEqual({ tagged: "lost", others: [] });
  });
});

describe("a wallet with a long history", () => {
  const NOW = Date.UTC(2026, 5, 1);
  const at = (days: number) => ({ timereceived: NOW / 1_000 + days * 86_400 });
  const page = (...own: object[]) => [
    ...Array.from({ length: 1_000 - own.length }, (_, index) =>
      line(`x${index}`, 9, { address: "other", ...at(-30) }),
    ),
    ...own,
  ];
  /** @returns what is found, and how many pages were read for it */
  const searched = async (since: Date | null, ...pages: object[][]) => {
    const asked: unknown[] = [];
    const call = async (_: string, [, , skip]: number[] = []) => {
      asked.push(skip);
      return pages[(skip ?? 0) / 1_000] ?? [];
    };
    const node = { walletKey: "w", call } as unknown as NodeClient;
    const { others } = await findPaid(node, "tag", [ADDRESS], since);
    return { others, pages: asked.length };
  };
  const paid = line("b", 1, at(0));

  it("is read no further than a page of which all is older than the order", async () => {
    const since = new Date(NOW);
    expect(await searched(since, page(), page(paid))).toEqual({ others: [], pages: 1 });
    expect(await searched(since, page(paid), page(), page())).toEqual({ others: ["b"], pages: 2 });
  });

  it.each([
    ["one line is younger", { address: "other", ...at(0) }],
    ["one line may be as young, as two clocks can differ by a day", { address: "other", ...at(-1) }],
    ["of one line the time is not known", { address: "other" }],
  ])("is read further where %s", async (_, young) => {
    const first = page(line("y", 9, young));
    expect(await searched(new Date(NOW), first, page(paid))).toMatchObject({ others: ["b"] });
  });

  it("is read whole where nobody knows how old the order is", async () => {
    expect(await searched(null, page(), page(), page(paid), [])).toEqual({ others: ["b"], pages: 4 });
  });
});
