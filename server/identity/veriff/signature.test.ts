import { expect, it } from "vitest";
import { DOC_EVENT, SECRET } from "./double-testing";
import { isSame, signHmac, signLegacy } from "./signature";

const BODY =
  '{"id":"cbb238c6-51a0-482b-bd1a-42a2e0b0ff1c","code":7002,"action":"submitted","feature":"selfid","attemptId":"fa3316d6-0222-407e-927d-e75545a11ce6","vendorData":null}';

it("signs the documentation's event, all 226 bytes of it", () => {
  expect(DOC_EVENT.body).toHaveLength(226);
  expect(signLegacy(DOC_EVENT.body, SECRET)).toBe(DOC_EVENT.legacy);
  expect(signHmac(DOC_EVENT.body, SECRET)).toBe(DOC_EVENT.hmac);
});

it("signs the contract's body as Veriff does, in both schemes", () => {
  expect(signLegacy(BODY, SECRET)).toBe("e668575d912d519acbc19a2fb77e5acfca01a284b17debf36779a4387c7affd5");
  expect(signHmac(BODY, SECRET)).toBe("8866fdd536cb7ee850d6a2d7d35e0bc3628c16e4d30c35eded2245552b573df4");
});

it("signs bytes as they came", () => {
  const bytes = new TextEncoder().encode(BODY);
  expect(signLegacy(bytes, SECRET)).toBe(signLegacy(BODY, SECRET));
  expect(signHmac(Buffer.concat([bytes, Buffer.from("\n")]), SECRET)).not.toBe(signHmac(BODY, SECRET));
});

it("compares every letter, its case and the length", () => {
  expect(isSame("ab", "ab")).toBe(true);
  for (const other of ["AB", "a", "abc", "", "ac"]) expect(isSame(other, "ab")).toBe(false);
});
