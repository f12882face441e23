// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { acting, draw, fieldOf, press, type } from "@/components/testing-dom";
import type { OperationView } from "@/lib/domain/operation";
import { byHandText } from "@/lib/messages/by-hand";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { operationsText } from "@/lib/messages/operations";
import { uiText } from "@/lib/messages/ui";
import { decideOperationAction } from "@/server/actions/distributions";
import { RunProblem, RunSteps } from "./run-parts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
vi.mock("@/server/actions/distributions", () => ({ decideOperationAction: vi.fn() }));
beforeEach(() => vi.clearAllMocks());

const { cancel } = distributionRunText.decisions;
const { title } = byHandText.cancels.distribution;
const named = uiText.confirm.type("Fund");
const problem = { message: "AMP is away.", mayRetry: true };

const run = (change: object) => {
  const facts = { batch: 0, byHand: { taken: [] } };
  const base = { id: "op", kind: "distribution", facts, intent: { assetName: "Fund", batches: [] } };
  const operation = { ...base, problem: null, ...change } as unknown as OperationView;
  return (
    <>
      <RunProblem operation={operation} />
      <RunSteps operation={operation} steps={[]} age={{ asOf: new Date(0), onRefresh: async () => {} }} />
    </>
  );
};
const dialog = () => document.querySelector("dialog[open]");
/** The question is open, and the asset's name is typed. */
const asking = async () => {
  const show = await draw(run({ state: "ordered" }));
  await press(cancel);
  await vi.waitFor(() => expect(dialog()?.textContent).toContain(title));
  await type(named, "Fund");
  return show;
};

it("keeps an open question, and what is typed in it, while a problem comes and goes", async () => {
  const show = await asking();
  const before = dialog();
  for (const seen of [{ state: "stopped", problem }, { state: "ordered" }]) {
    await show(run(seen));
    expect(dialog()).toBe(before);
    expect(fieldOf(named).value).toBe("Fund");
  }
  vi.mocked(decideOperationAction).mockResolvedValue({ ok: true, data: undefined });
  await press(cancel);
  expect(decideOperationAction).toHaveBeenCalledExactlyOnceWith({ operationId: "op", decision: "cancel" });
});

it("says in an open question that it is too late, and asks it no more", async () => {
  const show = await asking();
  await show(run({ state: "sending", facts: { batch: 0 } }));
  expect(dialog()?.textContent).toContain(title);
  expect(dialog()?.textContent).toContain(operationsText.run.tooLate);
  expect(fieldOf(named).value).toBe("Fund");
  expect([...document.querySelectorAll<HTMLButtonElement>("dialog button[type=submit]")]).toHaveLength(1);
  expect(document.querySelector<HTMLButtonElement>("dialog button[type=submit]")?.disabled).toBe(true);
  await acting(() => document.querySelector("dialog")?.close());
  expect([...document.querySelectorAll("button:not([hidden], [data-read-again])")]).toEqual([]);
});

it("does not call an answer late that the operation already follows", async () => {
  const show = await asking();
  let answer: (said: Awaited<ReturnType<typeof decideOperationAction>>) => void = () => {};
  vi.mocked(decideOperationAction).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await press(cancel);
  await show(run({ state: "cancelling" }));
  expect(dialog()?.textContent).not.toContain(operationsText.run.tooLate);
  await acting(() => answer({ ok: true, data: undefined }));
  expect(dialog()).toBeNull();
});
