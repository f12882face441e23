import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { OperationDecisions } from "@/components/operations/operation-decisions";
import type { OperationState, OperationView } from "@/lib/domain/operation";
import { blindersText } from "@/lib/messages/blinders";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { routes } from "@/lib/routes";
import { BlindersRun } from "./blinders-run";
import { blindersSteps } from "./blinders-steps";

vi.mock("@/server/actions/distributions", () => ({ decideOperationAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const TXID = `c0ffee${"0".repeat(58)}`;
const operation = {
  ...{ id: "7a3f0000-0000-4000-8000-000000000000", kind: "blinders", assetUuid: "a", state: "telling" },
  ...{ requestedBy: "Ann Keller", intentHash: "ab".repeat(32), facts: {}, problem: null },
  intent: {
    ...{ assetName: "Fund", assetId: "asset", ticker: "FND", precision: 2, totalSats: 0n },
    outputs: [
      { txid: TXID, vout: 0, assetId: "asset", amountSats: 123_400n },
      { txid: TXID, vout: 1, assetId: "token", amountSats: 7n },
    ],
  },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
} as unknown as OperationView<"blinders">;

const draw = (part: ReactNode) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>,
  ).replaceAll("&#x27;", "'");

const page = (change: object = {}) =>
  draw(
    <BlindersRun
      initial={{
        operation: { ...operation, ...change } as typeof operation,
        journal: { lines: [], earlier: 0 },
        asOf: new Date(0),
      }}
    />,
  );

/** They come after the page. */
const decisions = (change: object) =>
  draw(<OperationDecisions operation={{ ...operation, ...change } as OperationView} />);

const STATES = ["requested", "ordering", "telling", "done", "stopped", "cancelling", "cancelled"] as const;

describe("the page of an update of blinders", () => {
  it.each(STATES)("says what is safe while it is %s", (state) => {
    expect(blindersText.safe[state]).toBeDefined();
    expect(page({ state })).toContain(blindersText.safe[state]);
  });

  it("shows what was approved, in the asset's units and the token's", () => {
    const html = page();
    for (const part of ["Ann Keller", "1,234.00", "c0ffee", "output 1", blindersText.intent.token])
      expect(html).toContain(part);
  });

  it("can be cancelled until it ends, in its own words, and tried again when it stopped", () => {
    const { cancel } = blindersText.decisions;
    for (const state of ["requested", "ordering", "telling", "stopped"])
      expect(decisions({ state })).toContain(cancel);
    for (const state of ["done", "cancelled", "cancelling"])
      expect(decisions({ state })).not.toContain(cancel);
    const stopped = { state: "stopped", problem: { message: "Left: t:1.", mayRetry: true } };
    expect(decisions(stopped)).toContain(distributionRunText.decisions.retry);
    for (const part of ["Left: t:1.", blindersText.safe.stopped]) expect(page(stopped)).toContain(part);
  });

  it("leads to the supply when it is done", () => {
    expect(page({ state: "done" })).toContain(routes.supply("a"));
  });

  it("goes from the approval to AMP's own word", () => {
    const marks = (state: OperationState, problem: string | null = null) =>
      blindersSteps({ state, problem: problem ? { message: problem, mayRetry: true } : null }).map(
        (step) => step.state,
      );
    expect(marks("requested")).toEqual(["done", "current", "todo"]);
    expect(marks("telling", "AMP is away.")).toEqual(["done", "waiting", "todo"]);
    expect(marks("stopped", "Left.")).toEqual(["done", "blocked", "todo"]);
    expect(marks("done")).toEqual(["done", "done", "done"]);
  });
});
