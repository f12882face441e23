import { afterEach, describe, expect, it, vi } from "vitest";
import { openedOnce } from "./opened-once";

const HOUR_MS = 3_600_000;

const counting = (until: () => number) => {
  const open = vi.fn(async (sealed: string) =>
    sealed.startsWith("sealed ") ? { secret: sealed.slice(7), until: until() } : null,
  );
  return { open, read: openedOnce(open) };
};

afterEach(() => vi.useRealTimers());

describe("a sealed cookie", () => {
  it("is opened once, each for itself", async () => {
    const { open, read } = counting(() => Date.now() + HOUR_MS);
    expect([await read("sealed a"), await read("sealed a"), await read("sealed b")]).toEqual(["a", "a", "b"]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("is opened again when what it said has ended", async () => {
    vi.useFakeTimers();
    const ends = Date.now() + HOUR_MS;
    const { open, read } = counting(() => ends);
    expect(await read("sealed a")).toBe("a");
    vi.setSystemTime(ends);
    await read("sealed a");
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("that cannot be opened is nobody's, however often it comes", async () => {
    const { open, read } = counting(() => Date.now() + HOUR_MS);
    expect([await read("forged"), await read("forged")]).toEqual([null, null]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("is not held for ever: a thousand others push it out", async () => {
    const { open, read } = counting(() => Date.now() + HOUR_MS);
    await read("sealed a");
    for (let other = 0; other < 1_000; other++) await read(`sealed ${other}`);
    await read("sealed a");
    expect(open).toHaveBeenCalledTimes(1_002);
  });
});
