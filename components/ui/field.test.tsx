import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const render = (error?: string[]) =>
  renderToStaticMarkup(
    <Field label={"Ticker"} hint={"3 to 5 letters"} error={error}>
      <Input id="ticker" name="ticker" />
    </Field>,
  );

it("ties a label and a hint to their control", () => {
  const html = render();
  expect(html).toContain('<label for="ticker"');
  expect(html).toMatch(/<input id="ticker" aria-describedby="ticker-hint"/);
  expect(html).toContain('<p id="ticker-hint"');
  expect(html).not.toContain("aria-invalid=");
});

it("marks a control with errors and lets it be described by them", () => {
  const html = render(["Too short.", "Taken."]);
  expect(html).toMatch(/aria-describedby="ticker-hint ticker-error" aria-invalid="true"/);
  expect(html).toMatch(/id="ticker-error"[^>]*><p>Too short\.<\/p><p>Taken\.<\/p>/);
});

it("has the place of its errors read aloud before there is one", () => {
  expect(render()).toMatch(/<div id="ticker-error" aria-live="polite" class="(?![^"]*hidden)/);
});
