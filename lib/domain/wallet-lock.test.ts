import { expect, it } from "vitest";
import { worksText } from "@/lib/messages/works";
import type { OperationView } from "./operation";
import { minutesLeft, UNLOCK_SECONDS, unlockSecondsFor, waitsForPassphrase } from "./wallet-lock";

it("proposes the shortest time that lasts twice as long as the operation, and at most a day", () => {
  expect([0, 7, 8, 30, 31, 169, 721].map(unlockSecondsFor)).toEqual([
    900, 900, 3_600, 3_600, 14_400, 43_200, 86_400,
  ]);
  expect(UNLOCK_SECONDS).toContain(unlockSecondsFor(1_000_000));
});

it("counts what is left of a distribution, two blocks for each transaction that AMP has not booked", () => {
  const batches = [1, 2, 3].map(() => ({ recipients: 1, totalSats: 1n }));
  const facts = { batch: 1, sentBatches: [{ txid: "a", recipients: 1 }] };
  const operation = { kind: "distribution", state: "ordered", intent: { batches }, facts };
  expect(minutesLeft(operation as unknown as OperationView)).toBe(5);
  expect(minutesLeft({ kind: "burn" } as OperationView)).toBe(5);
});

it("knows an operation that waits for the passphrase and nothing else", () => {
  const problem = { code: "wallet-locked" as const, message: "In whatever words.", mayRetry: true };
  expect(
    [problem, { message: worksText.walletLocked, mayRetry: true }, null].map((one) =>
      waitsForPassphrase({ problem: one }),
    ),
  ).toEqual([true, false, false]);
});
