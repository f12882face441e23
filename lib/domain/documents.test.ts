import { describe, expect, it } from "vitest";
import { documentName, documentTypeOf, isCid } from "./documents";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a document", () => {
  it("is what its first bytes say", () => {
    expect(documentTypeOf(bytes("%PDF-1.7\n…"))?.ending).toBe("pdf");
    expect(documentTypeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))?.ending).toBe(
      "png",
    );
    expect(documentTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))?.ending).toBe("jpg");
    expect([bytes("<html>"), bytes("%PDF"), bytes("")].map(documentTypeOf)).toEqual([null, null, null]);
  });

  it.each([
    ["deed.pdf", "deed.pdf"],
    ["/home/ada/deed.pdf", "deed.pdf"],
    ["C:\\Users\\ada\\deed.pdf", "deed.pdf"],
    ["de\u202eed\n.pdf ", "deed.pdf"],
    ["folder/", ""],
    ["x".repeat(300), "x".repeat(200)],
  ])("named %j is kept as %j", (given, kept) => {
    expect(documentName(given)).toBe(kept);
  });

  it("has a CID that looks like one", () => {
    expect(isCid("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnKhmU")).toBe(true);
    expect(isCid("bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi")).toBe(true);
    expect(["", "Qm0", "../../etc/passwd", "javascript:alert(1)"].map(isCid)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
