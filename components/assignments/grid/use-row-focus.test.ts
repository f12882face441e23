import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useRowFocus } from "./use-row-focus";

const hooks = vi.hoisted(() => ({ effects: [] as (() => void)[] }));
vi.mock("react", () => ({
  useCallback: (callback: unknown) => callback,
  useEffect: (effect: () => void) => hooks.effects.push(effect),
  useRef: (current: unknown) => ({ current }),
}));

const focused = vi.fn();
const buttonOf = (name: string) => ({ name, focus: () => focused(name) });
const [first, second, third, add] = ["first", "second", "third", "add"].map(buttonOf);

beforeEach(() => {
  hooks.effects.splice(0);
  focused.mockReset();
});
afterEach(() => void vi.unstubAllGlobals());

/** Takes a row away whose button, or whatever else, has the focus; `after` are the buttons that are left. */
function useRemoving(active: unknown, before: unknown[], after: unknown[]) {
  vi.stubGlobal("document", { activeElement: active });
  let buttons = before;
  const { place, removeRow } = useRowFocus(() => {
    buttons = after;
  });
  const found = { querySelectorAll: () => buttons, querySelector: () => add };
  place.current = found as unknown as HTMLDivElement;
  removeRow(7);
  for (const effect of hooks.effects) effect();
  for (const effect of hooks.effects) effect(); // what is drawn later moves nothing
  return focused.mock.calls;
}

it.each([
  ["in its place", second, [first, second, third], [first, third], "third"],
  ["before it, of the last one", third, [first, second, third], [first, second], "second"],
])("the focus goes on to the row %s", (_, active, before, after, next) => {
  expect(useRemoving(active, before, after)).toEqual([[next]]);
});

it("the focus goes on to what adds a row where none is left to be seen", () => {
  expect(useRemoving(first, [first], [])).toEqual([["add"]]);
});

it("the focus stays where it is when the row's button did not have it", () => {
  expect(useRemoving({}, [first, second], [second])).toEqual([]);
});
