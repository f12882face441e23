import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { usePressedAtOnce } from "./use-pressed-at-once";

const page = vi.hoisted(() => ({
  click: vi.fn(),
  address: "https://desk.example/categories?q=a&add=1#list",
}));
vi.mock("react", () => ({
  useRef: () => ({ current: { click: page.click } }),
  useEffect: (effect: () => void) => effect(),
}));
vi.mock("next/navigation", () => ({ useSearchParams: () => new URL(page.address).searchParams }));

beforeEach(() => {
  vi.useFakeTimers();
  const replaceState = (_: unknown, __: string, url: URL) => {
    page.address = url.href;
  };
  const location = {
    get href() {
      return page.address;
    },
  };
  vi.stubGlobal("window", { history: { replaceState }, location });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("presses the button once for one address, and again when the address asks again", () => {
  const render = () => {
    usePressedAtOnce("add");
    vi.runAllTimers();
  };
  render();
  expect(page.click).toHaveBeenCalledOnce();
  expect(page.address).toBe("https://desk.example/categories?q=a#list");
  render();
  expect(page.click).toHaveBeenCalledOnce();
  page.address = "https://desk.example/categories?add=1";
  render();
  expect(page.click).toHaveBeenCalledTimes(2);
  expect(page.address).toBe("https://desk.example/categories");
});
