import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Batch, BatchDecision, BatchRowState } from "@/lib/domain/assignment-batch";
import type { ErrorView, Result } from "@/lib/errors";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { BatchMove, moveOf } from "./batch-move";
import { MissingAlert } from "./missing-alert";
import { type BatchState, useBatch } from "./use-batch";

const asks = vi.hoisted(() => ({ action: vi.fn(), setAsked: vi.fn() }));
vi.mock("react", async (original) => ({
  ...(await original<object>()),
  useEffect: () => {},
  useRef: (current: unknown) => ({ current }),
  useState: (initial: unknown) => [initial, asks.setAsked],
}));
vi.mock("@tanstack/react-query", () => ({ useQueryClient: () => ({ setQueryData: () => {} }) }));
vi.mock("@/components/data/use-live", () => ({
  useLive: (_: string, data: unknown) => ({ data, error: null }),
}));
vi.mock("@/server/actions/assignment-batches", () => ({ decideBatchAction: asks.action }));

const { page: text } = assignmentBatchesText;
beforeEach(() => vi.clearAllMocks());

type Standing = Parameters<typeof moveOf>[0];

function standing(states: BatchRowState[], isCarried: boolean, kind: Batch["kind"] = "create"): Standing {
  const rows = states.map((state, index) => ({
    ...{ position: index + 1, state, original: null, isRestoring: false, equalBefore: [], askedAt: null },
    ...{ assignmentId: null, problem: null },
    wanted: { registeredUser: 7, userName: "Ada", amountSats: 5n, isReady: false, vestsAt: null },
  }));
  const batch: Batch = {
    ...{ id: "a", assetUuid: "b", kind, personName: "issuer", rows },
    ...{ createdAt: new Date(0), closedAt: null, isCarried, problem: null },
  };
  return { batch, next: states.includes("waiting") ? "now" : null };
}

describe("what can be done with a batch", () => {
  it.each<[string, Standing, BatchDecision | null, string | null]>([
    ["runs", standing(["created", "waiting"], true), null, "pause"],
    ["stands still", standing(["created", "waiting"], false), null, "continue"],
    ["ended with refused rows", standing(["created", "refused"], false), null, "retry"],
    ["is done", standing(["created"], false), null, null],
    ["is a change that was refused", standing(["refused"], false, "edit"), null, null],
    ["was asked to pause and stands still by now", standing(["waiting"], false), "pause", "pause"],
    ["was asked to go on and runs by now", standing(["waiting"], true), "continue", "continue"],
    ["was asked to try again and runs by now", standing(["waiting"], true), "retry", "retry"],
    ["is a change to be made anew", standing(["deleted"], false, "edit"), "retry", null],
  ])("which %s", (_, batch, asked, move) => {
    expect(moveOf(batch, asked)).toBe(move);
  });
});

const decide = vi.fn(async (): Promise<Result<unknown>> => ({ ok: true, data: null }));
const move = (asked: BatchDecision | null) => ({ asked, decide, decision: "pause" as const, label: "Pause" });

it("a decision that has no answer yet shows it, and no other one can be taken meanwhile", () => {
  expect(renderToStaticMarkup(<BatchMove {...move(null)} />)).not.toMatch(/aria-busy|disabled=/);
  expect(renderToStaticMarkup(<BatchMove {...move("pause")} />)).toContain('aria-busy="true"');
  expect(renderToStaticMarkup(<BatchMove {...move("drop")} />)).toContain('disabled=""');
  const missing = renderToStaticMarkup(<MissingAlert asked="restore" decide={decide} />);
  expect(missing.match(/aria-busy="true"/g)).toHaveLength(1);
  expect(missing.match(/ disabled=""/g)).toHaveLength(2);
  expect(missing).toContain(text.restore);
});

it("the second click of a double one is not taken for the word that stands there by then", () => {
  const { onClick } = BatchMove(move(null)).props;
  onClick({ detail: 2 });
  expect(decide).not.toHaveBeenCalled();
  onClick({ detail: 1 });
  onClick({ detail: 0 }); // by the keyboard
  expect(decide.mock.calls).toEqual([["pause"], ["pause"]]);
});

it("a batch says what was asked until it is answered, also where the answer is no", async () => {
  const error: ErrorView = { code: "CONFLICT", message: "No.", retryable: false, requestId: "" };
  let answerWith = (_: Result<BatchState>) => {};
  asks.action.mockReturnValue(new Promise((resolve) => (answerWith = resolve)));
  const answer = useBatch({ ...standing(["waiting"], true), asOf: new Date(0) }).decide("pause");
  expect(asks.setAsked.mock.calls).toEqual([["pause"]]);
  answerWith({ ok: false, error });
  await answer;
  expect(asks.setAsked.mock.calls).toEqual([["pause"], [error], [null]]);
});
