import { describe, expect, it } from "vitest";
import { createShortcutReader, type KeyPress, takeEarly } from "./shortcuts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  isModified: false,
  isTyping: false,
  at: 0,
  ...more,
});

describe("shortcuts", () => {
  it.each([
    ["?", { kind: "help" }],
    ["/", { kind: "search" }],
    ["n", { kind: "new" }],
    ["a", null],
    ["Enter", null],
  ])("read %s", (key, shortcut) => {
    expect(createShortcutReader()(press(key))).toEqual(shortcut);
  });

  it("read g and a letter, also with a pause and the shift key in between", () => {
    const read = createShortcutReader();
    expect(read(press("g"))).toBeNull();
    expect(read(press("Shift", { at: 100 }))).toBeNull();
    expect(read(press("A", { at: 1_400 }))).toEqual({ kind: "go", letter: "a" });
    expect(read(press("a", { at: 1_500 }))).toBeNull();
  });

  it("forget the g after a while, and after any other key", () => {
    const read = createShortcutReader();
    read(press("g"));
    expect(read(press("a", { at: 2_000 }))).toBeNull();
    read(press("g", { at: 3_000 }));
    expect(read(press("?", { at: 3_100 }))).toBeNull();
    expect(read(press("a", { at: 3_200 }))).toBeNull();
  });

  it("never fire while somebody types or holds a modifier, and a g typed there begins nothing", () => {
    const read = createShortcutReader();
    for (const key of ["?", "/", "n"]) {
      expect(read(press(key, { isTyping: true }))).toBeNull();
      expect(read(press(key, { isModified: true }))).toBeNull();
    }
    read(press("g", { isTyping: true }));
    expect(read(press("a", { at: 10 }))).toBeNull();
    read(press("g", { at: 20 }));
    expect(read(press("a", { at: 30, isTyping: true }))).toBeNull();
  });
});

it("takes what was pressed before the shortcuts came once, and nothing that is long ago", () => {
  const early = [100, 3_900, 4_000].map((timeStamp) => ({ timeStamp }));
  expect(takeEarly(early, 6_000)).toEqual([{ timeStamp: 3_900 }, { timeStamp: 4_000 }]);
  expect(takeEarly(early, 6_000)).toEqual([]);
});
