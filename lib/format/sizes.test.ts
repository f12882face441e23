import { describe, expect, it } from "vitest";
import { MAX_DOCUMENT_BYTES } from "@/lib/domain/documents";
import { documentsText } from "@/lib/messages/invest-documents";
import { formatSize } from "./sizes";

describe("a size", () => {
  it.each([
    [0, "0 byte"],
    [1023, "1,023 byte"],
    [1024, "1 kB"],
    [1_500_000, "1.4 MB"],
    [3 * 1024 ** 3, "3,072 MB"],
  ])("of %i bytes reads %s", (bytes, words) => {
    expect(formatSize(bytes)).toBe(words);
  });

  it("of the largest document is the one that people are told", () => {
    expect(documentsText.fileHint).toContain(formatSize(MAX_DOCUMENT_BYTES));
    expect(documentsText.tooLarge).toContain(formatSize(MAX_DOCUMENT_BYTES));
  });
});
