import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { StepFact } from "@/lib/domain/asset-steps";
import { assetStepsText as text } from "@/lib/messages/asset-steps";
import { routes } from "@/lib/routes";
import { drawStepFacts } from "./asset-step-fact";

const draw = (part: Partial<StepFact>) => {
  const fact: StepFact = { at: null, height: null, by: { kind: "outside" }, proof: {}, ...part };
  return renderToStaticMarkup(drawStepFacts({ issued: fact }, "a").issued);
};

describe("the facts under a step", () => {
  it("are the block's time and height, a name, and links to what proves it", () => {
    const html = draw({
      at: new Date(Date.UTC(2026, 0, 9)),
      height: 1_234,
      by: { kind: "person", name: "Ada Ames" },
      proof: { txid: "c0", auditId: 5n, fileUrl: "https://f.example/p", entryUrl: "https://r.example/e" },
    });
    const links = [
      routes.transaction("a", "c0"),
      routes.auditEntry(5n),
      "https://f.example/p",
      "https://r.example/e",
    ];
    for (const href of links) expect(html).toContain(`href="${href}"`);
    for (const part of ["2026-01-09", "1,234", "Ada Ames"]) expect(html).toContain(part);
    expect(html).not.toContain(text.unknown);
  });

  it("say what is not known, and what a height alone says", () => {
    const unknown = draw({ proof: { isAmpsWord: true } });
    for (const part of [text.unknown, text.outside, text.amp]) expect(unknown).toContain(part);
    expect(draw({ height: 1_236 })).toContain(text.atBlock("1,236"));
    expect(draw({})).not.toContain(text.proof);
  });
});
