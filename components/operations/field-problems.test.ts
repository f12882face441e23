import { afterEach, expect, it, vi } from "vitest";
import { encodeJson } from "@/lib/json";
import { askProblems, problemsOf } from "./field-problems";

const FIELDS = { "address-valid": "address", "lbtc-funds": "amount", "asset-funds": "amount" } as const;
const wrong = (id: "address-valid" | "lbtc-funds" | "asset-funds" | "node-synced", remedy: string) => ({
  ...{ id, isOk: false, remedy },
});
const answer = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", async () => new Response(encodeJson(body), { status }));

afterEach(() => vi.unstubAllGlobals());

it("says at a field what the review would say first, and leaves out what no field can mend", () => {
  const checks = [
    { id: "amount-possible", isOk: true } as const,
    wrong("node-synced", "The node is behind."),
    wrong("asset-funds", "The wallet has less."),
    wrong("lbtc-funds", "Too little L-BTC."),
  ];
  expect(problemsOf(checks, FIELDS)).toEqual({ amount: "The wallet has less." });
  expect(problemsOf([...checks, wrong("address-valid", "No address.")], FIELDS)).toEqual({
    amount: "The wallet has less.",
    address: "No address.",
  });
});

it("finds nothing at the fields when the server cannot be asked: the review says why", async () => {
  answer(200, { checks: [wrong("address-valid", "No address.")] });
  expect(await askProblems("/api/preview", FIELDS)).toEqual({ address: "No address." });
  answer(503, { code: "UNAVAILABLE", message: "Away", retryable: true, requestId: "" });
  expect(await askProblems("/api/preview", FIELDS)).toEqual({});
});
