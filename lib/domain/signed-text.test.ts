import { expect, it } from "vitest";
import { signedTextBytes } from "./signed-text";

it("puts each part behind its length, as long as the length needs", () => {
  const behindPrefix = (text: string) => [...signedTextBytes(text)].slice(25);
  expect(new TextDecoder().decode(signedTextBytes("ü"))).toBe("\x18Bitcoin Signed Message:\n\x02ü");
  expect(behindPrefix("")).toEqual([0]);
  expect(behindPrefix("a".repeat(252)).slice(0, 2)).toEqual([252, 97]);
  expect(behindPrefix("a".repeat(253)).slice(0, 4)).toEqual([0xfd, 253, 0, 97]);
  expect(behindPrefix("a".repeat(0x1_0203)).slice(0, 6)).toEqual([0xfe, 3, 2, 1, 0, 97]);
});
