import { expect, it } from "vitest";
import type { NodeClient } from "@/server/elements/rpc";
import { RpcError } from "@/server/elements/rpc";
import { createTracer } from "./trace";

const hex = (value: number) => value.toString(16).padStart(64, "0");
const [COIN, SPENDER, ASSET] = [hex(1), hex(2), hex(3)];
/** How many blocks the coin's is behind the newest one. */
const AGE = 900;

/** A wallet that spent the coin, and wrote so many lines of other payments afterwards, ten to a transaction. */
function walletWith(linesAfter: number, linesBefore: number) {
  const asked: { pages: number; transactions: Set<string> } = { pages: 0, transactions: new Set() };
  const line = (txid: string, confirmations: number) => ({ category: "send", txid, confirmations });
  const lines = [
    ...Array.from({ length: linesBefore }, (_, n) => line(hex(1_000_000 + n), AGE + 100)),
    line(SPENDER, AGE - 1),
    ...Array.from({ length: linesAfter }, (_, n) => line(hex(1_000 + Math.floor(n / 10)), 5)),
  ];
  const movement = (txid: string, confirmations: number, spends: string) => ({
    txid,
    confirmations,
    details: [],
    decoded: { txid, vin: [{ txid: spends, vout: 0 }], vout: [] },
  });
  const answers: Record<string, (params: unknown[]) => unknown> = {
    gettxout: () => null,
    listtransactions: ([, count, skip]) => {
      asked.pages += 1;
      const end = lines.length - Number(skip);
      return lines.slice(Math.max(end - Number(count), 0), Math.max(end, 0));
    },
    gettransaction: ([txid]) => {
      asked.transactions.add(String(txid));
      if (txid === COIN) return movement(COIN, AGE, hex(9));
      return movement(String(txid), AGE - 1, txid === SPENDER ? COIN : hex(9));
    },
  };
  const node: NodeClient = {
    walletKey: "test",
    call: async (method, params, returns) => {
      const answer = answers[method];
      if (!answer) throw new RpcError(method, -32601, "Method not found");
      return returns.parse(answer(params as unknown[]));
    },
  };
  const tracer = createTracer({
    node,
    assetId: ASSET,
    tokenId: null,
    candidates: [],
    findSender: async ({ txid }) => (txid === SPENDER ? "cancelled" : null),
    readOrdered: async () => new Map(),
  });
  return { tracer, asked };
}

it("finds who spent a coin behind thousands of newer lines", async () => {
  const { tracer } = walletWith(3_500, 0);
  expect(await tracer.fateOf(`${COIN}:0`)).toEqual({ kind: "spent", by: SPENDER, isOrdered: true });
});

it("looks no further back than the coin's own block", async () => {
  const { tracer, asked } = walletWith(10, 6_000);
  expect(await tracer.fateOf(`${COIN}:1`)).toEqual({ kind: "spent", by: null, isOrdered: false });
  expect(asked.pages).toBe(2);
  expect([...asked.transactions].sort()).toEqual([COIN, SPENDER, hex(1_000)]);
});
