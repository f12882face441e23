import { expect, it } from "vitest";
import { planWebhooks, stateAfter } from "./plan";

it.each([
  ["created", "approved", "natural", "started submitted decision", "submitted"],
  ["started", "declined", "natural", "submitted decision", "submitted"],
  ["submitted", "review", "natural", "decision", "submitted"],
  ["created", "expired", "natural", "decision", "created"],
  ["created", "abandoned", "natural", "started decision", "started"],
  ["started", "abandoned", "natural", "decision", "started"],
  ["created", "approved", "decision_first", "started decision submitted", "submitted"],
  ["submitted", "approved", "decision_first", "decision submitted", "submitted"],
  ["created", "approved", "late_started", "submitted decision started", "submitted"],
  ["submitted", "approved", "late_started", "decision started", "submitted"],
] as const)("%s, %s, %s: %s", (state, decision, order, sent, after) => {
  const plan = planWebhooks(state, decision, order);
  expect(plan.join(" ")).toBe(sent);
  expect(stateAfter(state, plan)).toBe(after);
});
