import { expect, it } from "vitest";
import type { OperationFacts, OperationState } from "./operation";
import { endReached } from "./operation-ends";

const batch = { txid: "aa", distributionUuid: "d", recipients: 1, totalSats: 1n, blockHeight: null };
const at = (state: OperationState, facts: OperationFacts = {}) => ({ state, facts });

it("is told once, when it is reached", () => {
  expect(endReached(at("sending"), at("sent"))).toBe("sent");
  expect(endReached(at("sent"), at("sent", { confirmations: 1 }))).toBeNull();
  expect(endReached(at("unknown"), at("unknown"))).toBeNull();
  expect(endReached(at("requested"), at("holding"))).toBeNull();
});

it("is a booking between two batches, and the end itself after the last", () => {
  const booked = { sentBatches: [batch] };
  expect(endReached(at("confirming"), at("holding", booked))).toBe("booked");
  expect(endReached(at("confirming"), at("done", booked))).toBe("done");
  expect(endReached(at("holding", booked), at("ordering", booked))).toBeNull();
});
