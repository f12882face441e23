import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { AssignmentForm } from "./assignment-form";

interface Current {
  round: number;
  takesFocus: boolean;
}

const hooks = vi.hoisted(() => ({
  form: {},
  current: null as Current | null,
  effects: [] as (() => void)[],
  done: () => {},
}));
vi.mock("react", async (original) => ({
  ...(await original<object>()),
  useEffect: (effect: () => void) => hooks.effects.push(effect),
  useRef: (current: unknown) => ({ current: current ?? hooks.form }),
  useState: (initial: unknown) =>
    "takesFocus" in Object(initial)
      ? [hooks.current ?? initial, (next: (now: unknown) => Current) => (hooks.current = next(initial))]
      : [initial, () => {}],
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/lib/notify", () => ({ notify: () => {} }));
vi.mock("@/server/actions/assignments", () => ({ createAssignmentAction: null }));
vi.mock("./use-zone", () => ({ useZone: () => "UTC" }));
vi.mock("@/components/data/use-submit", () => ({
  useSubmit: (_: unknown, done: () => void) => {
    hooks.done = done;
    return { submit: vi.fn(), isPending: false, error: null, fields: {} };
  },
}));

const focus = vi.fn();
const button = {};
beforeEach(() => {
  focus.mockReset();
  hooks.current = null;
  hooks.form = { contains: (place: unknown) => place === button, querySelector: () => ({ focus }) };
});
afterEach(() => void vi.unstubAllGlobals());

function draw() {
  hooks.effects.splice(0);
  renderToStaticMarkup(
    <AssignmentForm
      asset={{ assetUuid: "a", precision: 2, ticker: null } as Asset}
      freeSats={5n}
      freeAge={null}
      choices={[{ userId: 1, name: "Ada", hasWallet: true, isEligible: true }]}
      intentId="i"
    />,
  );
  for (const effect of hooks.effects) effect();
}

it.each([
  ["goes on to the first field of the emptied form", button, 1],
  ["stays where the person went meanwhile", {}, 0],
])("after an assignment the focus %s", (_, activeElement, times) => {
  vi.stubGlobal("document", { activeElement });
  draw();
  expect(focus).not.toHaveBeenCalled(); // a page that opens leaves it alone
  hooks.done();
  expect(hooks.current?.round).toBe(1);
  draw();
  expect(focus).toHaveBeenCalledTimes(times);
});
