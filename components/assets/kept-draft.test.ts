import { describe, expect, it } from "vitest";
import { isNodesKey, keepDraft, newDraft, openDraft, withAddresses } from "./kept-draft";

const KEY = "issue:workspace";

function newShelf(content: [string, string][] = []) {
  const held = new Map(content);
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

describe("the issue wizard's draft", () => {
  it("keeps its entries and the id it is submitted under over a reload", () => {
    const shelf = newShelf();
    const first = openDraft(shelf, KEY);
    expect(openDraft(shelf, KEY)).toEqual(first);
    keepDraft(shelf, KEY, { ...first, draft: { ...first.draft, name: "Alpine Fund" } });
    const { intentId, draft } = openDraft(shelf, KEY);
    expect(intentId).toBe(first.intentId);
    expect(draft.name).toBe("Alpine Fund");
  });

  it("has the same id in a duplicated tab and another one in a new tab", () => {
    const shelf = newShelf();
    const { intentId } = openDraft(shelf, KEY);
    expect(openDraft(newShelf([...shelf.held]), KEY).intentId).toBe(intentId);
    expect(openDraft(newShelf(), KEY).intentId).not.toBe(intentId);
  });

  it("gets a new id when it is started over", () => {
    const shelf = newShelf();
    const first = openDraft(shelf, KEY);
    keepDraft(shelf, KEY, newDraft());
    expect(openDraft(shelf, KEY).intentId).not.toBe(first.intentId);
  });

  it("takes the node's key for its address, and never one that a person has entered", () => {
    const given = (digit: string) => ({
      ...{ pubkey: `02${digit}`, destinationAddress: `to-${digit}`, reissuanceAddress: `token-${digit}` },
    });
    const first = withAddresses(newDraft(), given("a"));
    expect(first.draft).toMatchObject(given("a"));
    const second = withAddresses(first, given("b"));
    expect([second.draft.pubkey, isNodesKey(second)]).toEqual(["02b", true]);
    const entered = { ...second, draft: { ...second.draft, pubkey: "03own" } };
    const third = withAddresses(entered, given("c"));
    expect(third.draft).toMatchObject({ pubkey: "03own", destinationAddress: "to-c" });
    expect(isNodesKey(third)).toBe(false);
    const elsewhere = { ...second, draft: { ...second.draft, destinationAddress: "elsewhere" } };
    expect(isNodesKey(elsewhere)).toBe(false);
    expect(openDraft(newShelf([[KEY, JSON.stringify(second)]]), KEY)).toEqual(second);
  });

  it("begins anew when the storage holds something else", () => {
    const { intentId, draft } = openDraft(newShelf([[KEY, "{"]]), KEY);
    expect(intentId).toMatch(/^[0-9a-f-]{36}$/);
    expect(draft.name).toBe("");
  });
});
