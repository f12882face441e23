import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ErrorView } from "@/lib/errors";
import { distributionsText } from "@/lib/messages/distributions";
import { ApprovalRefusal } from "./approval-refusal";

const error: ErrorView = {
  ...{ code: "REJECTED", message: "Another operation is open.", retryable: false, requestId: "r-1" },
};

it("leads to the operation that is open", () => {
  const link = { href: "/assets/a/supply/b", label: "Follow it" };
  const html = renderToStaticMarkup(<ApprovalRefusal error={{ ...error, link }} />);
  expect(html).toContain(error.message);
  expect(html).toMatch(/<a [^>]*href="\/assets\/a\/supply\/b"[^>]*>.*Follow it/);
});

it("says other refusals without a way, and nothing before one", () => {
  const html = renderToStaticMarkup(<ApprovalRefusal error={error} />);
  expect(html).toContain(error.message);
  expect(html).not.toContain("<a ");
  expect(renderToStaticMarkup(<ApprovalRefusal error={null} />)).toBe("");
});

it("offers to read anew what has changed since, and only that", () => {
  const shown = (code: ErrorView["code"]) =>
    renderToStaticMarkup(<ApprovalRefusal error={{ ...error, code }} onAgain={() => {}} />);
  expect(shown("CONFLICT")).toContain(distributionsText.approval.again);
  expect(shown("REJECTED")).not.toContain("<button");
});
