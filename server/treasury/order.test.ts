import { beforeEach, expect, it, vi } from "vitest";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { order } from "./order";
import type { StepContext } from "./step";
import type { Operation } from "./store";

vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ AMP_TIMEOUT_MS: 60_000 }) }));

const askedAt = new Date();
const operation = {
  kind: "distribution",
  intent: {
    ...{ assetUuid: "a", assetId: "aa".repeat(32), totalSats: 5n },
    assignments: [{ assignmentId: 1, registeredUser: 11, userName: "Ann", gaid: "GA1", amountSats: 5n }],
  },
  facts: { askedAt },
} as unknown as Operation<"distribution">;

const assignment = {
  ...{ id: 1, registeredUser: 11, gaid: "GA1", amount: 5n, isDistributed: false },
  ...{ receivingAddress: null, distributionUuid: null, readyForDistribution: true },
} as unknown as Assignment;

let open: Assignment[];
let questions: number;
beforeEach(() => {
  open = [assignment];
  questions = 0;
});

/** AMP answers with 200 and something that is no order. */
const amp = {
  call: async (name: string) => {
    if (name === "listAssignments") return open;
    questions += 1;
    throw new AppError("INTERNAL", "AMP answered in an unexpected form.");
  },
  rows: async function* () {
    yield open;
  },
};
const ask = () => order(operation, { amp } as unknown as StepContext);

it("an answer that cannot be read stops for a person, and AMP is not asked for one order after the other", async () => {
  expect(await ask()).toMatchObject({
    state: "stopped",
    problem: { message: worksText.unreadOrder, mayRetry: true },
    facts: { askedAt },
  });
  expect(questions).toBe(1);
});

it("an order that was made with an answer that cannot be read is found, and compared", async () => {
  open = [{ ...assignment, distributionUuid: "u", receivingAddress: "x" }];
  expect(await ask()).toMatchObject({
    state: "ordered",
    facts: { order: { distributionUuid: "u", amounts: { x: 5n } } },
  });
});
