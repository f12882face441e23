import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { OperationState, OperationView } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { operationsText } from "@/lib/messages/operations";
import { supplyText } from "@/lib/messages/supply";
import { uiText } from "@/lib/messages/ui";
import { routes } from "@/lib/routes";
import { SupplyRun } from "./supply-run";

vi.mock("@/server/actions/distributions", () => ({ decideOperationAction: vi.fn() }));
vi.mock("@/server/actions/by-hand", () => ({ attachByHandAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const TXID = `c0ffee${"0".repeat(58)}`;
const operation = {
  id: "7a3f0000-0000-4000-8000-000000000000",
  kind: "burn",
  assetUuid: "a",
  state: "sent",
  requestedBy: "Ann Keller",
  intent: { assetName: "Fund", ticker: "FND", precision: 2, totalSats: 1_000n, supplySats: 100_000n },
  intentHash: "ab".repeat(32),
  facts: {
    txid: TXID,
    confirmations: 1,
    blockHeight: 1_234,
    supply: { outpoints: [{ txid: "d", vout: 0 }] },
  },
  problem: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
} as unknown as OperationView<SupplyKind>;

const page = (change: object = {}) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <SupplyRun
        initial={{
          operation: { ...operation, ...change } as typeof operation,
          journal: { lines: [], earlier: 0 },
          asOf: new Date(0),
        }}
      />
    </QueryClientProvider>,
  )
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const STATES = [
  "requested",
  "ordering",
  "ordered",
  "signed",
  "broadcasting",
  "sent",
  "confirming",
  "done",
  "releasing",
  "cancelling",
  "stopped",
  "unknown",
  "cancelled",
  "failed",
] as const satisfies OperationState[];

describe("the page of a reissuance or a burn", () => {
  it.each(STATES)("says what is safe while it is %s", (state) => {
    const safe = supplyText.safe[state];
    expect(safe).toBeDefined();
    expect(page({ state })).toContain(safe);
  });

  it("keeps saying so beside a problem", () => {
    const html = page({ state: "stopped", problem: { message: "The asset was locked.", mayRetry: true } });
    expect(html).toContain("The asset was locked.");
    expect(html).toContain(supplyText.safe.stopped);
  });

  it("shows what was approved and what is known", () => {
    const html = page();
    for (const part of [
      "Ann Keller",
      "1,000.00",
      "990.00",
      "10.00",
      "1 output to spend from",
      "1,234",
      "c0ffee",
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toContain("1 of 2 confirmations");
    expect(html).not.toContain(operationsText.run.notBroadcast);
  });

  it("does not let a stored transaction pass for a sent one", () => {
    for (const state of ["signed", "stopped"])
      expect(page({ state })).toContain(operationsText.run.notBroadcast);
  });

  it("leads to the supply when it is done", () => {
    expect(page({ state: "done" })).toContain(routes.supply("a"));
    expect(page({ state: "done", kind: "reissuance" })).toContain(supplyText.run.done.reissuance);
  });

  it("says how old it is, and can be read again", () => {
    const html = page({ state: "done" });
    expect(html).toContain('dateTime="1970-01-01T00:00:00.000Z"');
    expect(html).toContain(uiText.refresh);
  });
});
