import { describe, expect, it } from "vitest";
import { addToGrid, keepGrid, newGrid, openGrid } from "./kept-grid";

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
const ROW = { key: 1, user: "Ada", amount: "x", vests: "soon", isReady: true };

describe("the kept grid", () => {
  it("loses nothing over a reload, bad entries and its id included", () => {
    const store = shelf();
    const kept = { intentId: newGrid().intentId, rows: [ROW] };
    keepGrid(store, "a", kept);
    expect(openGrid(store, "a")).toEqual(kept);
    expect(openGrid(store, "another asset").rows[0]?.user).toBe("");
  });

  it("takes the refused rows of a batch in behind what was entered meanwhile", () => {
    const store = shelf();
    const kept = {
      intentId: newGrid().intentId,
      rows: [ROW, { ...ROW, key: 2, user: "", amount: "", vests: "" }],
    };
    keepGrid(store, "a", kept);
    addToGrid(store, "a", [{ ...ROW, user: "Bob" }]);
    const opened = openGrid(store, "a");
    expect(opened.intentId).toBe(kept.intentId);
    expect(opened.rows.map(({ user }) => user)).toEqual(["Ada", "Bob"]);
  });

  it("has an id from the first look on", () => {
    const store = shelf();
    expect(openGrid(store, "a").intentId).toBe(openGrid(store, "a").intentId);
  });

  it.each(["{", "null", "[]", '{"intentId":"a","rows":[]}'])("begins anew where %s is kept", (text) => {
    const store = shelf();
    openGrid(store, "a");
    const broken = { ...store, getItem: () => text };
    expect(openGrid(broken, "a").rows).toHaveLength(3);
  });

  it("goes on without when nothing can be kept", () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    };
    expect(openGrid(full, "a").rows).toHaveLength(3);
  });
});
