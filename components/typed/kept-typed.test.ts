import { describe, expect, it } from "vitest";
import { forgetTyped, keepTyped, openTyped } from "./kept-typed";

const NAME = { dialog: "", name: "name", label: "Name", position: 0, start: "", value: "Ada Kern" };
const KEPT = { owner: "workspace ada", path: "/users/new", fields: [NAME] };

function newShelf() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

describe("what was typed when the session ended", () => {
  it("is there for the same person, with the page it belongs to", () => {
    const shelf = newShelf();
    keepTyped(shelf, KEPT);
    expect(openTyped(shelf, KEPT.owner)).toEqual(KEPT);
    expect(openTyped(shelf, KEPT.owner)).toEqual(KEPT);
  });

  it.each([
    ["another person of the workspace", "workspace bo"],
    ["the same name in another workspace", "elsewhere ada"],
  ])("goes when %s signs in", (_, owner) => {
    const shelf = newShelf();
    keepTyped(shelf, KEPT);
    expect(openTyped(shelf, owner)).toBeNull();
    expect([...shelf.held]).toEqual([]);
  });

  it("leaves nothing in the tab once everything is back or given up", () => {
    const shelf = newShelf();
    keepTyped(shelf, KEPT);
    keepTyped(shelf, { ...KEPT, fields: [] });
    expect([...shelf.held]).toEqual([]);
    keepTyped(shelf, KEPT);
    forgetTyped(shelf);
    expect([...shelf.held]).toEqual([]);
  });

  it.each(["null", "{}", "[]", "no json", '{"owner":"workspace ada","fields":1}'])(
    "takes %s in its place for nothing",
    (other) => {
      const shelf = newShelf();
      keepTyped(shelf, KEPT);
      const [key = ""] = shelf.held.keys();
      shelf.held.set(key, other);
      expect(openTyped(shelf, KEPT.owner)).toBeNull();
    },
  );

  it("is given up where the tab's storage is closed or full", () => {
    const closed = () => {
      throw new Error("closed");
    };
    const shelf = { getItem: closed, setItem: closed, removeItem: closed };
    keepTyped(shelf, KEPT);
    expect(openTyped(shelf, KEPT.owner)).toBeNull();
  });
});
