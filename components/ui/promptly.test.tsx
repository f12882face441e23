import { isValidElement, Suspense } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { promptly } from "./promptly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pageAfter = (ms: number) =>
  promptly<{ word: string }>(async ({ word }) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return word;
  }, "outline");

async function drawn<T>(page: Promise<T>): Promise<T> {
  page.catch(() => {});
  await vi.advanceTimersByTimeAsync(500);
  return page;
}

describe("a page that comes promptly", () => {
  it("comes whole when its reads are quick", async () => {
    expect(await drawn(pageAfter(300)({ word: "rows" }))).toBe("rows");
  });

  it("comes as its outline when they are not, and follows", async () => {
    const element = await drawn(pageAfter(5_000)({ word: "rows" }));
    if (!isValidElement<{ fallback: unknown; children: Promise<unknown> }>(element)) throw new Error("text");
    expect(element.type).toBe(Suspense);
    expect(element.props.fallback).toBe("outline");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await element.props.children).toBe("rows");
  });

  it("ends where it leads elsewhere before anything was sent", async () => {
    const page = promptly(async () => {
      throw new Error("to sign-in");
    });
    await expect(drawn(page({}))).rejects.toThrow("to sign-in");
  });
});
