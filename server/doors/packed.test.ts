import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { packed } from "./packed";

const sent = new Headers();
vi.mock("next/headers", () => ({ headers: async () => sent }));

const LONG = JSON.stringify({ rows: Array.from({ length: 100 }, (_, id) => ({ id, name: `Ada ${id}` })) });
const JSON_HEADERS = { "content-type": "application/json" };
const textOf = async (answer: Response) =>
  gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString("utf8");

beforeEach(() => sent.delete("accept-encoding"));

describe("an answer on its way out", () => {
  it.each(["gzip", "gzip, deflate, br", "br, GZIP"])("is packed for whoever takes %s", async (accepted) => {
    sent.set("accept-encoding", accepted);
    const answer = await packed(LONG, JSON_HEADERS);
    expect(Object.fromEntries(answer.headers)).toEqual({
      ...JSON_HEADERS,
      "content-encoding": "gzip",
      vary: "accept-encoding",
    });
    expect(await textOf(answer)).toBe(LONG);
  });

  it.each([null, "br", "gzip;q=0", "xgzip"])("goes out as it is for whoever takes %s", async (accepted) => {
    if (accepted !== null) sent.set("accept-encoding", accepted);
    const answer = await packed(LONG, JSON_HEADERS);
    expect(answer.headers.has("content-encoding")).toBe(false);
    expect(await answer.text()).toBe(LONG);
  });

  it("is left to Next when it is short, long or made while it is sent", async () => {
    sent.set("accept-encoding", "gzip");
    for (const body of ["{}", "x".repeat(100_000), new Response(LONG).body as ReadableStream]) {
      expect((await packed(body, JSON_HEADERS)).headers.has("content-encoding")).toBe(false);
    }
  });
});
