import { beforeEach, describe, expect, it, vi } from "vitest";
import { getJson } from "@/components/data/get-json";
import { currentActor } from "./actor";

const request = vi.hoisted(() => ({ headers: new Headers() }));
const findActor = vi.hoisted(() => vi.fn());
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("./next-auth", () => ({ readSessionSecret: async () => "secret" }));
vi.mock("./store", () => ({ findActor }));

/** The GET as the browser sends it becomes the request that the server looks at. */
async function send(options?: { isPoll: boolean }): Promise<void> {
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    request.headers = new Headers(init.headers);
    return new Response("{}");
  });
  await getJson("/api/overview", options);
  vi.unstubAllGlobals();
  await currentActor();
}

beforeEach(() => findActor.mockClear());

describe("a session", () => {
  it("is not used by what a page reads by itself", async () => {
    await send({ isPoll: true });
    expect(findActor).toHaveBeenCalledWith("secret", { touches: false });
  });

  it("is used by what a person asks for", async () => {
    await send();
    expect(findActor).toHaveBeenCalledWith("secret", { touches: true });
  });
});
