import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { assignmentBlockersText } from "@/lib/messages/assignment-blockers";
import { routes } from "@/lib/routes";
import { BlockerMarks } from "./blocker-marks";

it("each thing that is in the way of an assignment is named, with the way to why", () => {
  const marks = (blockers: ("gaid" | "category")[]) =>
    renderToStaticMarkup(<BlockerMarks assetUuid="a" userId={7} blockers={blockers} />);
  expect(marks([])).toBe("");
  const both = marks(["gaid", "category"]);
  expect(both.match(/<a /g)).toHaveLength(2);
  for (const words of Object.values(assignmentBlockersText)) expect(both).toContain(`>${words}</a>`);
  expect(both).toContain(`href="${routes.whyNot("a", 7)}"`);
});
