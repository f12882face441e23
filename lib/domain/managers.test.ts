import { describe, expect, it } from "vitest";
import { makePassword, managerSteps, mayHaveCategoryPaths, passwordProblem } from "./managers";

describe("a manager's password", () => {
  it.each([
    ["elevenchars", "short"],
    ["123456789012", "digits"],
    ["xX-Partner7-2027", "username"],
    ["x".repeat(129), "long"],
    ["a quiet harbour", null],
    [" spaces count ", null],
  ])("%j is judged %s", (password, problem) => {
    expect(passwordProblem(password, "partner7")).toBe(problem);
  });

  it("does not look for names so short that they are in every password", () => {
    expect(passwordProblem("a quiet harbour", "a")).toBeNull();
  });

  it("that is made passes, and is another one each time", () => {
    const made = Array.from({ length: 50 }, makePassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) {
      expect(password).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{24}$/);
      expect(passwordProblem(password, "partner")).toBeNull();
    }
  });
});

describe("a manager's way to set a category", () => {
  it("went with 0.1.7, whatever order the changelog's versions stand in", () => {
    expect(mayHaveCategoryPaths(["0.1.6", "0.1.0", "0.1.5"])).toBe(true);
    expect(mayHaveCategoryPaths(["0.1.6", "0.1.10", "0.1.2"])).toBe(false);
    expect(mayHaveCategoryPaths(["0.1.7"])).toBe(false);
  });
});

describe("the checklist of a manager", () => {
  const at = (minute: number) => new Date(minute * 60_000);
  const base = {
    manager: { id: 7, username: "m", isLocked: true, assets: [] },
    handedOver: null,
    lastSeenAt: null,
    revokedAt: null,
  };

  it("begins with the account alone", () => {
    expect(managerSteps(base)).toEqual({
      created: true,
      unlocked: false,
      granted: false,
      "handed-over": false,
    });
  });

  it("takes a sign-in for a token that was handed over, unless access was revoked since", () => {
    expect(managerSteps({ ...base, lastSeenAt: at(5) })["handed-over"]).toBe(true);
    expect(managerSteps({ ...base, lastSeenAt: at(5), revokedAt: at(6) })["handed-over"]).toBe(false);
    expect(managerSteps({ ...base, lastSeenAt: at(7), revokedAt: at(6) })["handed-over"]).toBe(true);
  });
});
