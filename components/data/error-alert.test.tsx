import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { failuresText } from "@/lib/messages/failures";
import { FormAlert } from "./error-alert";
import { offline } from "./get-json";

it("loads the page anew where only that helps, and nowhere else", () => {
  const shown = (isOutdated?: true) =>
    renderToStaticMarkup(<FormAlert error={{ ...offline(), ...(isOutdated && { isOutdated }) }} />);
  expect(shown(true)).toContain(failuresText.reload);
  expect(shown()).not.toContain(failuresText.reload);
});
