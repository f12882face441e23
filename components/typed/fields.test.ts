import { describe, expect, it, vi } from "vitest";
import { type Field, isKeepable, putBack, readTyped, startOf, withWaiting } from "./fields";

/** A field as the page has it: what React has taken over bears its mark. */
class Stub {
  type = "text";
  name = "name";
  autocomplete = "off";
  dataset = {};
  disabled = false;
  readOnly = false;
  label = "Name";
  title = "";
  about: string | null = null;
  defaultValue = "";
  defaultChecked = false;
  checked = false;
  heard: string[] = [];
  #value = "";
  constructor(marks: Partial<Stub> = {}) {
    const { value, ...others } = marks;
    Object.assign(this, { __reactProps$x: {} }, others);
    this.#value = value ?? "";
  }
  get value() {
    return this.#value;
  }
  set value(value: string) {
    this.#value = value;
  }
  get labels() {
    return [{ textContent: this.label }];
  }
  closest(element: string) {
    const mark = element === "dialog" ? this.title || null : this.about;
    return mark === null ? null : { getAttribute: () => mark };
  }
  getAttribute() {
    return null;
  }
  dispatchEvent({ type }: Event) {
    this.heard.push(`${type} ${this.#value}`);
  }
  click() {
    this.checked = this.type === "radio" || !this.checked;
  }
}

const page = (...fields: Stub[]) => ({ querySelectorAll: () => fields }) as unknown as ParentNode;
const none = new WeakMap<object, string>();
/** Each changed by a person, from what it came with. */
const touching = (...fields: Stub[]) =>
  new WeakMap<object, string>(fields.map((field) => [field, startOf(field as unknown as Field)]));
const typedIn = (...fields: Stub[]) => readTyped(page(...fields), touching(...fields));

describe("the fields that are kept", () => {
  it.each(["text", "number", "url", "datetime-local", "textarea", "select-one", "checkbox", "radio"])(
    "keeps %s",
    (type) => expect(isKeepable(new Stub({ type }))).toBe(true),
  );

  it.each<[string, Partial<Stub>]>([
    ["a password", { type: "password" }],
    ["a chosen file", { type: "file" }],
    ["what the page put there itself", { type: "hidden" }],
    ["a search", { type: "search" }],
    ["a confirmation typed by hand, which has no name", { name: "" }],
    ["what cannot be changed", { readOnly: true }],
    ["what is switched off", { disabled: true }],
    ["a passphrase that is shown", { name: "passphrase" }],
    ["a token that is shown", { name: "apiToken" }],
    ["a blinder", { name: "amountblinder" }],
    ["a one-time code", { name: "code", autocomplete: "one-time-code" }],
    ["a password that is shown", { name: "current", autocomplete: "current-password" }],
  ])("never keeps %s", (_, marks) => {
    const field = new Stub({ ...marks, value: "typed" });
    expect(isKeepable(field)).toBe(false);
    expect(typedIn(field)).toEqual([]);
  });
});

describe("what is read of a page", () => {
  it("is what a person changed, each under its own name, words and position", () => {
    const fields = [
      new Stub({ value: "typed one" }),
      new Stub({ value: "as it came", defaultValue: "as it came" }),
      new Stub({ value: "typed two" }),
      new Stub({ name: "memo", label: "Memo", value: "typed before the script", defaultValue: "" }),
    ];
    expect(readTyped(page(...fields), none)).toEqual([
      { dialog: "", name: "name", label: "Name", position: 0, start: "", value: "typed one" },
      { dialog: "", name: "name", label: "Name", position: 2, start: "", value: "typed two" },
      { dialog: "", name: "memo", label: "Memo", position: 0, start: "", value: "typed before the script" },
    ]);
  });

  it("has of radio buttons the chosen one, and of a box whether it is ticked", () => {
    const fields = [
      new Stub({ type: "radio", name: "kind", value: "person", defaultChecked: true }),
      new Stub({ type: "radio", name: "kind", value: "company", checked: true }),
      new Stub({ type: "checkbox", name: "isReady", value: "on", defaultChecked: true }),
    ];
    expect(readTyped(page(...fields), none)).toMatchObject([
      { name: "kind", label: "company", value: "true" },
      { name: "isReady", label: "on", value: "false" },
    ]);
  });
});

it("keeps what still waits when the session ends once more, each field as it is now", () => {
  const [name] = typedIn(new Stub({ value: "typed" }));
  if (!name) throw new Error("Nothing was read.");
  const waiting = { ...name, dialog: "Add a category", value: "typed before" };
  expect(withWaiting([], [waiting])).toEqual([waiting]);
  expect(withWaiting([name], [waiting, { ...name, value: "typed before" }])).toEqual([name, waiting]);
});

describe("putting back", () => {
  it("fills the same fields, and the form hears of it", () => {
    const fresh = [new Stub(), new Stub()];
    const kept = typedIn(new Stub({ value: "typed one" }), new Stub({ value: "typed two" }));
    expect(putBack(page(...fresh), kept, none)).toEqual({ rest: [], back: 2 });
    expect(fresh.map(({ heard }) => heard)).toEqual([
      ["input typed one", "change typed one"],
      ["input typed two", "change typed two"],
    ]);
  });

  it("chooses and unticks as a person would", () => {
    const kind = { type: "radio", name: "kind" };
    const box = { type: "checkbox", name: "isReady", value: "on", defaultChecked: true };
    const kept = readTyped(page(new Stub({ ...kind, value: "company", checked: true }), new Stub(box)), none);
    const [person, company, ready] = [
      new Stub({ ...kind, value: "person", checked: true }),
      new Stub({ ...kind, value: "company" }),
      new Stub({ ...box, checked: true }),
    ];
    expect(putBack(page(person, company, ready), kept, none)).toEqual({ rest: [], back: 2 });
    expect([company.checked, ready.checked]).toEqual([true, false]);
  });

  it("waits for a field that is not there yet, or that its form does not listen to yet", () => {
    const kept = typedIn(new Stub({ value: "typed" }));
    const early = new Stub({ __reactProps$x: undefined } as Partial<Stub>);
    Reflect.deleteProperty(early, "__reactProps$x");
    const waits = { rest: kept, back: 0 };
    expect(putBack(page(early), kept, none)).toEqual(waits);
    expect(early.value).toBe("");
    expect(putBack(page(new Stub({ label: "Name of the view" })), kept, none)).toEqual(waits);
    expect(putBack(page(), kept, none)).toEqual(waits);
  });

  it("leaves what somebody has typed there since", () => {
    const kept = typedIn(new Stub({ value: "typed" }));
    const [own, ofForm] = [new Stub({ value: "anew" }), new Stub({ value: "anew", defaultValue: "anew" })];
    for (const field of [own, ofForm]) {
      expect(putBack(page(field), kept, touching(ofForm))).toEqual({ rest: [], back: 0 });
      expect(field.value).toBe("anew");
    }
  });

  it("puts nothing into a dialog of the same title that is of something else", () => {
    const title = "Rename Ada";
    vi.stubGlobal("document", { getElementById: () => ({ textContent: title }) });
    const dialog = (value: string) => new Stub({ title, name: "amount", value, defaultValue: value });
    const changed = dialog("100.00");
    const touched = touching(changed);
    changed.value = changed.defaultValue = "80.00"; // its form keeps the value
    const kept = readTyped(page(changed), touched);
    const [other, same] = [dialog("50.00"), dialog("100.00")];
    expect(putBack(page(other), kept, none)).toEqual({ rest: kept, back: 0 });
    expect(putBack(page(same), kept, none)).toEqual({ rest: [], back: 1 });
    expect([other.value, same.value]).toEqual(["50.00", "80.00"]);
    vi.unstubAllGlobals();
  });

  it("tells the dialogs of two equal assignments of one user apart by the assignment", () => {
    vi.stubGlobal("document", { getElementById: () => ({ textContent: "Change the assignment of Ada" }) });
    const dialog = (about: string, value: string) =>
      new Stub({ title: "t", about, name: "amount", value, defaultValue: "100.00" });
    const [first, second] = [dialog("7", "80.00"), dialog("8", "60.00")];
    const kept = [...typedIn(first), ...typedIn(second)];
    expect(kept.map(({ about, value }) => [about, value])).toEqual([
      ["7", "80.00"],
      ["8", "60.00"],
    ]);
    expect(withWaiting(typedIn(first), typedIn(second))).toHaveLength(2);
    const again = dialog("8", "100.00");
    expect(putBack(page(again), kept, none)).toEqual({ rest: kept.slice(0, 1), back: 1 });
    expect(again.value).toBe("60.00");
    vi.unstubAllGlobals();
  });

  it("takes the line ends of a text for what the browser makes of them", () => {
    const lines = { name: "text", value: "one\ntwo", defaultValue: "one\r\ntwo" };
    expect(readTyped(page(new Stub(lines)), none)).toEqual([]);
  });
});
