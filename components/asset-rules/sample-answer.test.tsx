import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { SampleKind, SampleVerdict } from "@/lib/domain/authorizer-sample";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { SampleAnswer } from "./sample-answer";

const { tester: text } = assetRulesText;

function shown(kind: SampleKind, verdict: SampleVerdict, isAmp = false): string {
  const signer = { address: "tex1qsigner", isAmp };
  const result = {
    kind,
    verdict,
    reason: "",
    status: 200,
    durationMs: 12,
    answer: "{}",
    signer,
    sentAt: new Date(0),
  };
  const html = renderToStaticMarkup(
    <SampleAnswer result={{ ...result, url: "https://rules.example.com" }} />,
  );
  return html.replaceAll("&#x27;", "'");
}

describe("what an endpoint that should reject has shown", () => {
  it("is nothing while it gives no usable answer", () => {
    for (const kind of ["plain-address", "bad-signature"] as const) {
      expect(shown(kind, "unusable")).toContain(text.untested);
      expect(shown(kind, "unusable", true)).not.toContain(text.asExpected);
    }
  });

  it("is not its rule on addresses when the signature alone may be why", () => {
    expect(shown("plain-address", "rejected")).toContain(text.perhapsSignature);
    expect(shown("plain-address", "rejected")).not.toContain(text.asExpected);
    expect(shown("plain-address", "rejected", true)).toContain(text.asExpected);
    expect(shown("bad-signature", "rejected")).toContain(text.asExpected);
  });

  it("is a danger where it approves", () => {
    expect(shown("plain-address", "approved")).toContain(text.dangers["plain-address"]);
    expect(shown("bad-signature", "approved")).toContain(text.dangers["bad-signature"]);
    expect(shown("transfer", "approved")).not.toContain(text.asExpected);
  });
});
