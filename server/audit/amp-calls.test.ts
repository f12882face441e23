import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endpointList } from "@/lib/contracts/amp/endpoints";
import type { AmpCallSeen } from "@/lib/domain/amp-call";
import { setLogLevel } from "@/server/platform/log";
import { withRequestId } from "@/server/platform/request-context";
import type { NewAmpCall } from "./amp-call-store";
import { endpointOf, flushAmpCalls, logCallsOf } from "./amp-calls";

const insertAmpCalls = vi.hoisted(() => vi.fn());
vi.mock("./amp-call-store", () => ({ insertAmpCalls }));

let stored: NewAmpCall[];
beforeEach(() => {
  stored = [];
  setLogLevel("error");
  insertAmpCalls.mockImplementation(async (calls: NewAmpCall[]) => void stored.push(...calls));
});
afterEach(() => {
  vi.useRealTimers();
  return flushAmpCalls();
});

const seen = (path = "/categories") => ({
  at: new Date(),
  method: "GET",
  path,
  query: {},
  body: undefined,
  status: 200,
  durationMs: 3,
  answer: "[]",
  refusal: null,
});
const within = (work: () => void, operationId?: string) =>
  withRequestId("r-1", async () => work(), operationId === undefined ? {} : { operationId });

describe("the log of calls", () => {
  it("knows every endpoint of AMP by its path", () => {
    const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => `${name}-1`);
    for (const { name, method, path } of endpointList) expect(endpointOf(method, filled(path))).toBe(name);
    expect(endpointOf("GET", "/nowhere")).toBeNull();
  });

  it("is written behind the calls, in one portion, without being asked", async () => {
    vi.useFakeTimers();
    const log = logCallsOf("w", "Ada");
    await within(() => [1, 2, 3].forEach((id) => void log(seen(`/categories/${id}`))));
    expect(insertAmpCalls).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(insertAmpCalls).toHaveBeenCalledTimes(1);
    expect(stored.map(({ path, requestId, personName }) => [path, requestId, personName])).toEqual(
      ["/categories/1", "/categories/2", "/categories/3"].map((path) => [path, "r-1", "Ada"]),
    );
  });

  it("names the operation that asked", async () => {
    await within(() => logCallsOf("w")(seen()), "op-1");
    await flushAmpCalls();
    expect(stored).toMatchObject([
      { operationId: "op-1", personName: null, answer: { kind: "list", count: 0 } },
    ]);
  });

  it("leaves out what nobody asked for", async () => {
    logCallsOf("w")(seen());
    await flushAmpCalls();
    expect(stored).toEqual([]);
  });

  it("leaves out what an open page reads by itself, and keeps what failed there or changed something", async () => {
    const log = logCallsOf("w", "Ada");
    const poll = (call: Partial<Pick<AmpCallSeen, "method" | "path" | "status" | "refusal">>) =>
      withRequestId("r-poll", async () => log({ ...seen(), ...call }), { isPoll: true });
    await poll({ path: "/assets/" });
    await poll({ path: "/categories/1", status: 404, refusal: "Not found." });
    await poll({ path: "/categories/2", status: null });
    await poll({ path: "/assets/a/register" });
    await poll({ path: "/managers/3/lock", method: "PUT" });
    await poll({ path: "/nowhere" });
    await poll({ path: "/nowhere", method: "POST" });
    await within(() => log(seen("/assets/")));
    await flushAmpCalls();
    expect(stored.map(({ method, path, requestId }) => `${requestId} ${method} ${path}`)).toEqual([
      "r-poll GET /categories/1",
      "r-poll GET /categories/2",
      "r-poll GET /assets/a/register",
      "r-poll PUT /managers/3/lock",
      "r-poll POST /nowhere",
      "r-1 GET /assets/",
    ]);
  });

  it("loses a portion that PostgreSQL refuses, and neither the call nor the next portion", async () => {
    insertAmpCalls.mockRejectedValueOnce(new Error("away"));
    await within(() => logCallsOf("w")(seen("/categories/lost")));
    await flushAmpCalls();
    await within(() => logCallsOf("w")(seen("/categories/kept")));
    await flushAmpCalls();
    expect(stored.map(({ path }) => path)).toEqual(["/categories/kept"]);
  });

  it("keeps no more than it may hold while PostgreSQL is slow", async () => {
    const log = logCallsOf("w");
    await within(() => {
      for (let at = 0; at < 6_000; at++) log(seen());
    });
    await flushAmpCalls();
    expect(stored).toHaveLength(5_000);
  });

  it("stores no body that is too long, and says how long it was", async () => {
    const body = {
      assignments: Array.from({ length: 2_000 }, (_, id) => ({ registered_user: id, amount: 1 })),
    };
    await within(() => logCallsOf("w")({ ...seen(), body }));
    await flushAmpCalls();
    expect(stored[0]?.body).toBeNull();
    expect(stored[0]?.bodyBytes).toBeGreaterThan(16_384);
  });
});
