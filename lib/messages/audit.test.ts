import { expect, it } from "vitest";
import { AUDIT_KINDS } from "@/lib/domain/audit";
import { auditText } from "./audit";

it("every action that has words is found by one of the filter's kinds", () => {
  const kinds = new Set(Object.keys(auditText.actions).map((action) => action.split(".")[0]));
  expect([...kinds].sort()).toEqual([...AUDIT_KINDS].sort());
});
