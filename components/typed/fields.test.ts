import { describe, expect, it } from "vitest";
import { type Field, isKeepable, putBack, readTyped } from "./fields";

/** A field as the page has it: what React has taken over bears its mark. */
class Stub {
  type = "text";
  name = "name";
  autocomplete = "off";
  disabled = false;
  readOnly = false;
  label = "Name";
  title = "";
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
  closest() {
    return this.title === "" ? null : { getAttribute: () => this.title };
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
const isTyped = (field: Field) => field.value.startsWith("typed");
const everything = () => true;

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
    expect(readTyped(page(field), everything)).toEqual([]);
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
    expect(readTyped(page(...fields), isTyped)).toEqual([
      { dialog: "", name: "name", label: "Name", position: 0, value: "typed one" },
      { dialog: "", name: "name", label: "Name", position: 2, value: "typed two" },
      { dialog: "", name: "memo", label: "Memo", position: 0, value: "typed before the script" },
    ]);
  });

  it("has of radio buttons the chosen one, and of a box whether it is ticked", () => {
    const fields = [
      new Stub({ type: "radio", name: "kind", value: "person", defaultChecked: true }),
      new Stub({ type: "radio", name: "kind", value: "company", checked: true }),
      new Stub({ type: "checkbox", name: "isReady", value: "on", defaultChecked: true }),
    ];
    expect(readTyped(page(...fields), () => false)).toMatchObject([
      { name: "kind", label: "company", value: "true" },
      { name: "isReady", label: "on", value: "false" },
    ]);
  });
});

describe("putting back", () => {
  it("fills the same fields, and the form hears of it", () => {
    const typed = [new Stub({ value: "typed one" }), new Stub({ value: "typed two" })];
    const fresh = [new Stub(), new Stub()];
    expect(putBack(page(...fresh), readTyped(page(...typed), everything))).toEqual([]);
    expect(fresh.map(({ heard }) => heard)).toEqual([
      ["input typed one", "change typed one"],
      ["input typed two", "change typed two"],
    ]);
  });

  it("chooses and unticks as a person would", () => {
    const kind = { type: "radio", name: "kind" };
    const box = { type: "checkbox", name: "isReady", value: "on", defaultChecked: true };
    const typed = readTyped(
      page(new Stub({ ...kind, value: "company", checked: true }), new Stub(box)),
      () => false,
    );
    const [person, company, ready] = [
      new Stub({ ...kind, value: "person", checked: true }),
      new Stub({ ...kind, value: "company" }),
      new Stub({ ...box, checked: true }),
    ];
    expect(putBack(page(person, company, ready), typed)).toEqual([]);
    expect([company.checked, ready.checked]).toEqual([true, false]);
  });

  it("waits for a field that is not there yet, or that its form does not listen to yet", () => {
    const kept = readTyped(page(new Stub({ value: "typed" })), everything);
    const early = new Stub({ __reactProps$x: undefined } as Partial<Stub>);
    Reflect.deleteProperty(early, "__reactProps$x");
    expect(putBack(page(early), kept)).toEqual(kept);
    expect(early.value).toBe("");
    expect(putBack(page(new Stub({ label: "Name of the view" })), kept)).toEqual(kept);
    expect(putBack(page(), kept)).toEqual(kept);
  });
});
