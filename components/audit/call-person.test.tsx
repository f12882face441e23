import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AmpCallDetail } from "@/lib/domain/amp-call";
import { callsText as text } from "@/lib/messages/calls";
import { CallRow } from "./call-row";
import { CallView } from "./call-view";

const call: AmpCallDetail = {
  ...{ id: 1n, at: new Date(0), method: "GET", path: "/assets/", query: {}, status: 200, durationMs: 12 },
  ...{ requestId: "r", operationId: null, personName: null, endpoint: null, body: null, bodyBytes: null },
  ...{ answer: null, answerBytes: null, refusal: null },
};
const person = { ...call, personName: "Ada" };
const row = (shown: AmpCallDetail) =>
  renderToStaticMarkup(
    <table>
      <tbody>
        <CallRow call={shown} />
      </tbody>
    </table>,
  );

it("has a line for whom a call was made only when it was made for somebody", () => {
  const term = `>${text.detail.person}<`;
  expect(renderToStaticMarkup(<CallView call={person} />)).toContain(term);
  expect(renderToStaticMarkup(<CallView call={call} />)).not.toContain(term);
  const label = `data-label="${text.columns.person}"`;
  expect(row(person)).toContain(label);
  expect(row({ ...call, operationId: "o" })).toContain(label);
  expect(row(call)).not.toContain(label);
});

it("shows AMP's words where it refused", () => {
  const refused = { ...call, status: 400, refusal: "username: taken" };
  expect(row(refused)).toContain(refused.refusal);
  expect(renderToStaticMarkup(<CallView call={refused} />)).toContain(refused.refusal);
  expect(renderToStaticMarkup(<CallView call={call} />)).not.toContain(`>${text.detail.refusal}<`);
});

it("breaks the name of a person nowhere inside its words, unless one is longer than a phone is wide", () => {
  const wide = "wrap-anywhere";
  expect(row(person)).not.toContain(wide);
  expect(row({ ...call, personName: "Ada Countess of Lovelace" })).not.toContain(wide);
  expect(row({ ...call, personName: `Ada ${"a".repeat(40)}` })).toContain(wide);
});
