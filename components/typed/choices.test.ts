import { expect, it } from "vitest";
import { answerFor, putChoice, readChoice } from "./choices";
import { putBack, readTyped } from "./fields";

interface User {
  id: number;
  name: string;
}
const ada: User = { id: 7, name: "Ada Kern" };

/** A search for users as the page has it; `open` once its form listens. */
class Picker extends EventTarget {
  __reactProps$x = {};
  dataset = { choice: "user" };
  type = "text";
  name = "";
  value = "";
  defaultValue = "";
  picked: User | null = null;
  labels = [{ textContent: "Registered user" }];
  closest = () => null;
  getAttribute = () => null;
  open(picked: User | null = null): this {
    this.picked = picked;
    answerFor<User>(
      this,
      () => this.picked,
      (user) => {
        this.picked = user;
      },
    );
    return this;
  }
}

const page = (...pickers: Picker[]) => ({ querySelectorAll: () => pickers }) as unknown as ParentNode;
const none = new WeakMap<object, string>();
const touching = (picker: Picker) => new WeakMap<object, string>([[picker, ""]]);
const kept = () => readTyped(page(new Picker().open(ada)), none);

it("who was picked is kept by number and name, and picked again", () => {
  expect(kept()).toEqual([
    {
      ...{ dialog: "", name: "user", label: "Registered user", position: 0, start: "" },
      value: JSON.stringify(ada),
    },
  ]);
  const fresh = new Picker().open();
  expect(putBack(page(fresh), kept(), none)).toEqual({ rest: [], back: 1 });
  expect(fresh.picked).toEqual(ada);
});

it("words of a search without a choice are not kept", () => {
  const searching = new Picker().open();
  searching.value = "Ad";
  expect(readTyped(page(searching), touching(searching))).toEqual([]);
});

it("waits until somebody answers for the choice", () => {
  const early = new Picker();
  expect([readChoice(early), putChoice(early, "{}")]).toEqual(["", false]);
  expect(putBack(page(early), kept(), none)).toEqual({ rest: kept(), back: 0 });
  expect(putBack(page(early.open()), kept(), none)).toEqual({ rest: [], back: 1 });
});

it("leaves whom somebody has picked, or begun to search for, since", () => {
  const bo = { id: 8, name: "Bo Lind" };
  const chosen = new Picker().open(bo);
  expect(putBack(page(chosen), kept(), none)).toEqual({ rest: [], back: 0 });
  expect(chosen.picked).toEqual(bo);
  const searching = new Picker().open();
  expect(putBack(page(searching), kept(), touching(searching))).toEqual({ rest: [], back: 0 });
  expect(searching.picked).toBeNull();
});

it("is answered for no more once its element is gone", () => {
  const place = new EventTarget();
  const stop = answerFor<User>(
    place,
    () => ada,
    () => {},
  );
  expect(readChoice(place)).toBe(JSON.stringify(ada));
  stop();
  expect([readChoice(place), putChoice(place, "{}")]).toEqual(["", false]);
});
