import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { type AmpClient, createAmpClient } from "./client";
import { ROWS_AT_ONCE } from "./row-stream";
import { type Answer, startAmp } from "./testing";

async function ampThat(answer: Answer, timeoutMs = 500) {
  const { baseUrl, calls } = await startAmp(answer);
  let refused = 0;
  const onTokenRefused = async () => void refused++;
  const amp = createAmpClient({ baseUrl, token: "s3cret-token", timeoutMs, onTokenRefused });
  return { calls, amp, refused: () => refused };
}

const user = (id: number) => ({
  id,
  GAID: null,
  is_company: false,
  name: `Zoë ${id} ✓`,
  categories: [],
  creator: 1,
  unknown: "left out",
});
const users = (count: number) => Array.from({ length: count }, (_, at) => user(at + 1));

async function collect(amp: AmpClient) {
  const portions: unknown[][] = [];
  for await (const rows of amp.rows("listRegisteredUsers")) portions.push(rows);
  return portions;
}

describe("a list in rows", () => {
  it("comes in portions, decoded, however the bytes are cut", async () => {
    const { amp, calls } = await ampThat((_, response) => {
      const bytes = Buffer.from(JSON.stringify(users(ROWS_AT_ONCE + 5)));
      for (let at = 0; at < bytes.length; at += 10_007) response.write(bytes.subarray(at, at + 10_007));
      response.end();
    });
    const portions = await collect(amp);
    expect(portions.map((rows) => rows.length)).toEqual([ROWS_AT_ONCE, 5]);
    const { is_company: isCompany, GAID: gaid, unknown: _, ...rest } = user(7);
    expect(portions[0]?.[6]).toEqual({ ...rest, gaid, isCompany });
    expect(calls).toEqual(["GET /api/registered_users/"]);
  });

  it("is an error when it is cut off, broken or of another shape, after what came before", async () => {
    const text = JSON.stringify(users(3));
    for (const [body, code] of [
      [text.slice(0, -1), "INTERNAL"],
      [text.replace('"id":3', '"id":"3"'), "INTERNAL"],
      ['{"results":[]}', "INTERNAL"],
    ] as const) {
      const { amp } = await ampThat((_, response) => response.end(body));
      await expect(collect(amp)).rejects.toMatchObject({ code });
    }
  });

  it("says that AMP is away when the connection breaks or stands still in the middle", async () => {
    const begun = JSON.stringify(users(ROWS_AT_ONCE + 5)).slice(0, -200);
    for (const then of [(response: ServerResponse) => response.destroy(), () => {}]) {
      const { amp, calls } = await ampThat(
        (_, response) => void response.write(begun, () => then(response)),
        1_000,
      );
      const seen: unknown[][] = [];
      const reading = (async () => {
        for await (const rows of amp.rows("listRegisteredUsers")) seen.push(rows);
      })();
      await expect(reading).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: true });
      expect([seen.length, calls.length]).toEqual([1, 1]);
    }
  });

  it("does not count the time its reader takes", async () => {
    const { amp } = await ampThat(
      (_, response) => response.end(JSON.stringify(users(3 * ROWS_AT_ONCE))),
      1_000,
    );
    let count = 0;
    for await (const rows of amp.rows("listRegisteredUsers")) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      count += rows.length;
    }
    expect(count).toBe(3 * ROWS_AT_ONCE);
  });

  it("is asked for again before its first row, and a refused token is told", async () => {
    let failures = 2;
    const flaky = await ampThat((_, response) => {
      if (failures-- > 0) response.writeHead(503).end();
      else response.end(JSON.stringify(users(1)));
    });
    expect(await collect(flaky.amp)).toHaveLength(1);
    expect(flaky.calls).toHaveLength(3);
    const refusing = await ampThat((_, response) => response.writeHead(401).end());
    await expect(collect(refusing.amp)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(refusing.refused()).toBe(1);
  });
});
