import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { failuresText } from "@/lib/messages/failures";
import { LoadFailed } from "./load-failed";
import { useLazy } from "./use-lazy";

const show = vi.hoisted(() => vi.fn());
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useState: () => [undefined, show],
  useCallback: <T,>(callback: T) => callback,
}));

beforeEach(() => show.mockClear());

const shown = () => show.mock.lastCall?.[0]();
const Part = () => null;

it("shows what came", async () => {
  useLazy(async () => Part)[1]();
  await vi.waitFor(() => expect(show).toHaveBeenCalledOnce());
  expect(shown()).toBe(Part);
});

it("says that a script did not come, and asks for it again when it is wanted again", async () => {
  const load = vi.fn(async () => Part).mockRejectedValueOnce(new Error("Failed to load chunk"));
  const [, request] = useLazy(load);
  request();
  await vi.waitFor(() => expect(show).toHaveBeenCalledOnce());
  expect(shown()).toBe(LoadFailed);
  request();
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
  expect(shown()).toBe(Part);
});

it("offers to load the page anew, and to close what was to be a dialog", () => {
  const part = renderToStaticMarkup(<LoadFailed />);
  for (const words of [failuresText.part, failuresText.partText, failuresText.reload])
    expect(part).toContain(words);
  expect(part).not.toContain("<dialog");
  const dialog = renderToStaticMarkup(<LoadFailed onClose={() => {}} />);
  expect(dialog).toContain(`<dialog aria-label="${failuresText.part}"`);
  expect(dialog).toContain(failuresText.close);
});
