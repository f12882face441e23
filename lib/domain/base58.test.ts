import { expect, test } from "vitest";
import { decodeBase58, encodeBase58 } from "./base58";

test("keeps leading zero bytes through Base58", () => {
  const bytes = Uint8Array.from([0, 0, 7, 255, 0]);
  expect(decodeBase58(encodeBase58(bytes))).toEqual(bytes);
  expect(encodeBase58(new Uint8Array(3))).toBe("111");
});
