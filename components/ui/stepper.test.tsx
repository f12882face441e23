import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Stepper, type StepState } from "@/components/ui/stepper";
import { uiText } from "@/lib/messages/ui";

const states: StepState[] = ["done", "current", "waiting", "blocked", "todo"];
const html = renderToStaticMarkup(
  <Stepper label="steps" steps={states.map((state) => ({ id: state, title: state, state }))} />,
);

it("says every state in words, not by its colour alone", () => {
  for (const state of states) expect(html).toContain(`<span class="sr-only">${uiText.steps[state]}</span>`);
});

it("marks the step that is being done", () => {
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});
