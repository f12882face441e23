import { gunzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { packed } from "./packed";

let accepted: string | null;
vi.mock("next/headers", () => ({
  headers: async () => new Headers(accepted === null ? {} : { "accept-encoding": accepted }),
}));

const GZIP = "gzip, deflate, br";
const sent = async (body: string | ReadableStream, accepts: string | null = GZIP) => {
  accepted = accepts;
  return packed({ body, headers: {} });
};
const unpacked = (body: unknown) => gunzipSync(body as Uint8Array).toString();

describe("an answer as it goes out", () => {
  it("stays as it is where packing would not be worth its time, whoever packs on the way", async () => {
    const { body, headers } = await sent("é");
    expect(body).toBe("é");
    expect(headers).toEqual({ "cache-control": "no-store, no-transform", "content-length": "2" });
  });

  it("is packed in one piece from where it would not fit one round trip", async () => {
    const text = "é".repeat(4_096);
    const { body, headers } = await sent(text);
    expect(unpacked(body)).toBe(text);
    expect(headers).toEqual({
      "content-encoding": "gzip",
      "content-length": `${(body as Uint8Array).byteLength}`,
      vary: "accept-encoding",
    });
  });

  it("is left to Next in portions when it is long", async () => {
    const text = "x".repeat(131_073);
    expect(await sent(text)).toEqual({ body: text, headers: {} });
    expect((await sent("x".repeat(131_072))).headers).toHaveProperty("content-encoding");
  });

  it("is never packed while it is streamed", async () => {
    const stream = new ReadableStream();
    expect(await sent(stream)).toEqual({ body: stream, headers: {} });
  });

  it.each([
    [null, false],
    ["identity", false],
    ["br", false],
    ["gzip;q=0, br", false],
    ["br, gzip; q=0.0", false],
    ["gzip;q=0.5", true],
    ["GZIP", true],
  ])("takes Accept-Encoding %s at its word", async (accepts, isPacked) => {
    const { headers } = await sent("x".repeat(9_000), accepts);
    expect("content-encoding" in headers).toBe(isPacked);
  });
});
