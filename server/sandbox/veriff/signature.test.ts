import { expect, it } from "vitest";
import { eventBody } from "./payloads";
import { hmacSignature, legacySignature, webhookHeaders } from "./signature";

const secret = "6ea8794d-ea16-4272-b309-0ce291b1155b";
const apiKey = "a2b3005f-e324-4e7e-a328-4aecd11a091b";
const session = {
  id: "cbb238c6-51a0-482b-bd1a-42a2e0b0ff1c",
  attemptId: "fa3316d6-0222-407e-927d-e75545a11ce6",
  vendorData: null,
};
const body = eventBody(session, "submitted");

it("makes the bytes and both signatures of the known event", () => {
  expect(Buffer.byteLength(body)).toBe(166);
  expect(legacySignature(body, secret)).toBe(
    "e668575d912d519acbc19a2fb77e5acfca01a284b17debf36779a4387c7affd5",
  );
  expect(hmacSignature(body, secret)).toBe(
    "8866fdd536cb7ee850d6a2d7d35e0bc3628c16e4d30c35eded2245552b573df4",
  );
});

it.each([
  ["hmac", ["x-auth-client", "x-hmac-signature"], true],
  ["legacy", ["x-auth-client", "x-signature"], true],
  ["both", ["x-auth-client", "x-hmac-signature", "x-signature"], true],
  ["wrong", ["x-auth-client", "x-hmac-signature", "x-signature"], false],
] as const)("signs %s", (signature, names, isRight) => {
  const headers = webhookHeaders({ apiKey, privateKey: secret }, signature, body);
  expect(Object.keys(headers).sort()).toEqual(names);
  expect(headers["x-auth-client"]).toBe(apiKey);
  const { "x-hmac-signature": hmac, "x-signature": legacy } = headers;
  if (hmac) expect(hmac === hmacSignature(body, secret)).toBe(isRight);
  if (legacy) expect(legacy === legacySignature(body, secret)).toBe(isRight);
});
