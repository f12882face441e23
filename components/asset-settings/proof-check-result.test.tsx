import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { compareProof, type ProofCheck, proofText } from "@/lib/domain/domain-proof";
import { domainProofText } from "@/lib/messages/domain-proof";
import { ProofCheckResult } from "./proof-check-result";

const DOMAIN = "issuer.example";
const ASSET = "ab".repeat(32);
const seen = { url: "https://issuer.example/", checkedAt: new Date(0) };

const words = (check: ProofCheck) =>
  renderToStaticMarkup(<ProofCheckResult check={check} />)
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");

const found = (text: string, contentType: string | null = "text/plain"): ProofCheck => {
  const bytes = new TextEncoder().encode(text);
  const comparison = compareProof(bytes, DOMAIN, ASSET);
  return { ...seen, outcome: "found", contentType, sizeBytes: bytes.length, comparison };
};

describe("a look at the domain's file", () => {
  it("says that it is in order, and what the registry overlooks", () => {
    const text = words(found(`${proofText(DOMAIN, ASSET)}\n`, "text/html; charset=utf-8"));
    expect(text).toContain(domainProofText.accepted);
    expect(text).toContain(domainProofText.trailing);
    expect(text).toContain(domainProofText.type("text/html; charset=utf-8"));
    expect(text).not.toContain(domainProofText.faultTitle);
  });

  it("shows the first bytes that differ", () => {
    const text = words(found(`\ufeff${proofText(DOMAIN, ASSET)}`));
    expect(text).toContain(domainProofText.faults.bom);
    expect(text).toContain(domainProofText.difference(0));
    expect(text).toContain("ef bb bf");
    expect(words(found(proofText(DOMAIN, ASSET).slice(0, 9)))).toContain(domainProofText.end);
  });

  it.each<[ProofCheck, string]>([
    [{ ...seen, outcome: "status", status: 404 }, domainProofText.statusText[404] ?? ""],
    [{ ...seen, outcome: "status", status: 500 }, domainProofText.statusOther],
    [
      { ...seen, outcome: "redirect", status: 301, location: "https://other.example/" },
      domainProofText.redirectTo("https://other.example/"),
    ],
    [
      { ...seen, outcome: "unreadable", problem: "private-address" },
      domainProofText.unreadable["private-address"],
    ],
  ])("says what came instead, and what to do", (check, expected) => {
    expect(words(check)).toContain(expected);
  });
});
