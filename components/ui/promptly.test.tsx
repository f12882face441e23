import { isValidElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { promptly } from "./promptly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pageAfter = (ms: number) =>
  promptly<{ word: string }>(async ({ word }) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return word;
  }, "outline");

interface Shape {
  outline?: unknown;
  children: unknown;
}

async function drawn(page: Promise<unknown>): Promise<ReactElement<Shape>> {
  page.catch(() => {});
  await vi.advanceTimersByTimeAsync(500);
  const [, element] = partsOf(await page);
  if (!isValidElement<Shape>(element)) throw new Error("no element");
  return element;
}

/** The mark of its beginning, and the page. */
function partsOf(drawn: unknown): readonly unknown[] {
  if (!isValidElement<{ children: readonly unknown[] }>(drawn)) throw new Error("no element");
  return drawn.props.children;
}

describe("a page that comes promptly", () => {
  it("comes whole when its reads are quick", async () => {
    expect((await drawn(pageAfter(300)({ word: "rows" }))).props).toEqual({ children: "rows" });
  });

  it("comes as its outline when they are not, and follows", async () => {
    const { outline, children } = (await drawn(pageAfter(5_000)({ word: "rows" }))).props;
    expect(outline).toBe("outline");
    if (!isValidElement<{ page: Promise<unknown> }>(children)) throw new Error("nothing follows");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await children.props.page).toBe("rows");
  });

  it("is of one form both times: a form whose fields are filled stays when the page is read again", async () => {
    const quick = await drawn(pageAfter(300)({ word: "rows" }));
    const slow = await drawn(pageAfter(5_000)({ word: "rows" }));
    expect(slow.type).toBe(quick.type);
    expect(slow.key).toBe(quick.key);
  });

  it("begins below the bar that stays, where Next looks whether it has to scroll there", async () => {
    const page = pageAfter(300)({ word: "rows" });
    await vi.advanceTimersByTimeAsync(500);
    const [top] = partsOf(await page);
    if (!isValidElement<object>(top)) throw new Error("no mark");
    expect(renderToStaticMarkup(top)).toMatch(/^<span [^>]*data-page-top[^>]*class="absolute top-[^"]*"/);
  });

  it("ends where it leads elsewhere before anything was sent", async () => {
    const page = promptly(async () => {
      throw new Error("to sign-in");
    });
    await expect(drawn(page({}))).rejects.toThrow("to sign-in");
  });
});
