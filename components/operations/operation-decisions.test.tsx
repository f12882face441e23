import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { OperationView } from "@/lib/domain/operation";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { supplyText } from "@/lib/messages/supply";
import { OperationDecisions } from "./operation-decisions";

vi.mock("@/server/actions/distributions", () => ({ decideOperationAction: vi.fn() }));
vi.mock("@/components/data/use-submit", () => ({ useSubmit: () => ({ submit: vi.fn() }) }));
vi.mock("@/components/data/confirm-action", () => ({
  ConfirmAction: ({ children, consequence }: { children: string; consequence: React.ReactNode }) => (
    <>
      <button type="button">{children}</button>
      <section title={children}>{consequence}</section>
    </>
  ),
}));

const { afterCancel, cancel, close, unsent } = distributionRunText.decisions;

/** What the dialog behind a button says. */
const said = (button: string, change: object) => {
  const operation = {
    kind: "distribution",
    problem: null,
    intent: { assetName: "Fund", batches: [] },
    ...change,
  };
  const html = renderToStaticMarkup(<OperationDecisions operation={operation as unknown as OperationView} />);
  return html
    .replaceAll("&#x27;", "'")
    .split("<section")
    .find((part) => part.includes(`title="${button}"`));
};

it("warns of what a cancel may cost the asset wherever an order is cancelled at AMP", () => {
  const byHand = { facts: { byHand: { taken: [] } } };
  expect(said(cancel, { state: "stopped", facts: {} })).toContain(afterCancel);
  expect(said(cancel, { state: "stopped", ...byHand })).toContain(afterCancel);
  expect(said(unsent, { state: "unknown", facts: {} })).toContain(afterCancel);
});

it("warns of it nowhere else", () => {
  expect(said(close, { state: "unknown", facts: {} })).not.toContain(afterCancel);
  const burn = said(supplyText.decisions.cancel, { kind: "burn", state: "stopped", facts: {} });
  expect(burn).toContain("<");
  expect(burn).not.toContain(afterCancel);
});

it.each(["requested", "paused", "stopped", "unknown", "sending", "sent", "done"])(
  "has buttons as long as there is something to decide: %s",
  (state) => {
    const facts = { batch: 0 };
    const problem = { message: "It stopped.", mayRetry: true };
    const intent = { assetName: "Fund", batches: [] };
    const operation = { kind: "distribution", state, facts, problem, intent } as unknown as OperationView;
    const html = renderToStaticMarkup(<OperationDecisions operation={operation} />);
    expect(html.includes("<button")).toBe(!["sending", "sent", "done"].includes(state));
  },
);
