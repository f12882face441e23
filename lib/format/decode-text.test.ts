import { expect, it } from "vitest";
import { decodeText } from "./decode-text";

const bytes = (...of: number[]) => new Uint8Array(of);

it("reads what spreadsheets save", () => {
  expect(decodeText(new TextEncoder().encode("Jörg;ja"))).toBe("Jörg;ja");
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe("a");
  expect(decodeText(bytes(0xff, 0xfe, 0x4a, 0, 0xf6, 0))).toBe("Jö");
  // Not its "€": some versions of Node read 0x80 to 0x9f as Latin-1, and it is a browser that reads people's files.
  expect(decodeText(bytes(0x4a, 0xf6, 0x3b, 0xc4))).toBe("Jö;Ä");
});

it("does not take a workbook for text", () => {
  expect(decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toBeNull();
});
