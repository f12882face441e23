import { afterEach, expect, it, vi } from "vitest";
import { fill, valuesOf } from "./form-values";

afterEach(() => vi.unstubAllGlobals());

it("keeps what is typed and chosen, and neither agreement nor file", () => {
  class Field {
    checked = false;
    constructor(
      readonly type: string,
      readonly name: string,
      public value: string,
    ) {}
  }
  class Select extends Field {}
  class Button extends Field {}
  class Input extends Field {}
  vi.stubGlobal("HTMLInputElement", Input);
  vi.stubGlobal("HTMLSelectElement", Select);
  const fields = () => ({
    chain: new Select("select-one", "chain", "1"),
    campaign: new Input("text", "campaign", ""),
    person: new Input("radio", "kind", "person"),
    company: new Input("radio", "kind", "company"),
    consent: new Input("checkbox", "consent", "on"),
    file: new Input("file", "file", "secret.pdf"),
    send: new Button("submit", "send", "now"),
  });
  const formOf = (all: object) => ({ elements: Object.values(all) }) as unknown as HTMLFormElement;
  const typed = fields();
  typed.chain.value = "137";
  typed.campaign.value = "0xab";
  typed.company.checked = true;
  const values = valuesOf(formOf(typed));
  expect(values).toEqual({ chain: "137", campaign: "0xab", kind: "company" });
  const fresh = fields();
  fill(formOf(fresh), values);
  expect(fresh).toMatchObject({
    ...{ chain: { value: "137" }, campaign: { value: "0xab" } },
    ...{ person: { checked: false }, company: { checked: true }, consent: { checked: false } },
  });
});
