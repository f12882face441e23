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
const paidBy = async (...lines: object[]) => (await findPaid(walletWith(...lines), "tag", [ADDRESS])).others;

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
    expect(await findPaid(node, "tag", [ADDRESS])).toEqual({ tagged: "own", others: [] });
    const lost = walletWith(line("lost", -9, { comment: "tag" }), line("b", 1));
    expect(await findPaid(lost, "tag", [ADDRESS])).toEqual({ tagged: "lost", others: [] });
  });
});
