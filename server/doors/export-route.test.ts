import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { POLL_HEADER } from "@/lib/poll";
import { setLogLevel } from "@/server/platform/log";
import { currentContext } from "@/server/platform/request-context";
import { answerExport } from "./export-route";
import { answerGet } from "./get-route";

const ACTOR: Actor = {
  workspaceId: "w",
  environment: "sandbox",
  role: "issuer",
  accountName: "issuer",
  personName: "Ada",
};
vi.mock("@/server/auth/actor", () => ({ requireActor: async () => ACTOR }));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ AMPDESK_TRUSTED_PROXIES: 1 }) }));
const sent = vi.hoisted(() => ({ isPoll: false }));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      "x-forwarded-for": "198.51.100.7, 203.0.113.9",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
      ...(sent.isPoll ? { [POLL_HEADER]: "1" } : {}),
    }),
}));

const answer = (chunks: AsyncIterable<string>) =>
  answerExport(async () => ({ name: "ampdesk-users.csv", format: "csv", chunks }));

beforeEach(() => {
  setLogLevel("error");
  sent.isPoll = false;
});

describe("the door for the page's reads", () => {
  it("leaves an answer as it is that is shorter than packing it would be worth", async () => {
    const cacheControlOf = async (text: string) =>
      (await answerGet(async () => text)).headers.get("cache-control");
    expect(await cacheControlOf("short")).toBe("no-store, no-transform");
    expect(await cacheControlOf("é".repeat(4_096))).toBe("no-store");
  });
});

describe("what an open page reads by itself", () => {
  const contextOf = async () => JSON.parse(await (await answerGet(async () => currentContext())).text());

  it("is told from what a person asked for", async () => {
    expect(await contextOf()).toMatchObject({ isPoll: false });
    sent.isPoll = true;
    expect(await contextOf()).toMatchObject({ isPoll: true });
  });

  it("is no file, whatever its request says", async () => {
    sent.isPoll = true;
    async function* chunks() {
      yield JSON.stringify(currentContext());
    }
    expect(JSON.parse(await (await answer(chunks())).text())).not.toHaveProperty("isPoll");
  });
});

describe("the door for exported lists", () => {
  it("asks for a portion only when somebody takes it, and ends with the last", async () => {
    const asked: string[] = [];
    async function* chunks() {
      for (const chunk of ["one\n", "two\n"]) {
        asked.push(chunk);
        yield chunk;
      }
    }
    const response = await answer(chunks());
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="ampdesk-users.csv"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(asked).toEqual([]);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("one\n");
    expect(asked).toEqual(["one\n"]);
    await reader?.read();
    expect((await reader?.read())?.done).toBe(true);
  });

  it("reads on in the context of the request, with where it came from", async () => {
    async function* chunks() {
      yield JSON.stringify(currentContext());
    }
    const response = await answer(chunks());
    expect(JSON.parse(await response.text())).toEqual({
      requestId: response.headers.get("x-request-id"),
      begunAt: expect.any(Number),
      remoteAddress: "203.0.113.9",
      device: "Firefox on Linux",
    });
  });

  it("cuts the answer off when the rest cannot be read: half a list is never taken for a whole one", async () => {
    async function* chunks() {
      yield "one\n";
      throw new AppError("UNAVAILABLE", "AMP is away.");
    }
    await expect((await answer(chunks())).text()).rejects.toThrow("The rest could not be read.");
  });

  it("stops reading when nobody listens any more", async () => {
    let isClosed = false;
    async function* chunks() {
      try {
        for (;;) yield "row\n";
      } finally {
        isClosed = true;
      }
    }
    const reader = (await answer(chunks())).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(isClosed).toBe(true);
  });

  it("answers a refusal as every other read does", async () => {
    const response = await answerExport(async () => {
      throw new AppError("FORBIDDEN", "Not yours.");
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "FORBIDDEN", message: "Not yours." });
  });
});
