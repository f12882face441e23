import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Checkbox } from "./checkbox";

it("stands in the middle of a table's line without words of its own, also where a list adds a class", () => {
  const bare = renderToStaticMarkup(<Checkbox aria-label={"Choose"} className="hidden-when-narrow" />);
  expect(bare).toMatch(/^<span class="[^"]*self-center align-middle hidden-when-narrow"/);
});

it("stands at the first line of its words", () => {
  const html = renderToStaticMarkup(<Checkbox label={"Ready"} hint={"Or held back"} />);
  expect(html).toMatch(/^<label[^>]*items-start/);
  expect(html).not.toContain("align-middle");
});
