import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Investor } from "@/lib/domain/investor";
import { defineInvestorAction } from "@/server/doors/define-investor-action";
import { answerInvestorFile, answerInvestorGet } from "@/server/doors/investor-routes";
import { clearPortalCookie, readPortalCookie, writeAttemptCookie, writePortalCookie } from "./cookies";

const env = vi.hoisted(() => ({ AMPDESK_URL: "https://desk.example", PORTAL_SESSION_HOURS: 2 }));
const jar = vi.hoisted(() => new Map<string, { value: string; options: Record<string, unknown> }>());
const found = vi.hoisted(() => ({ session: null as object | null }));

vi.mock("@/server/platform/env", () => ({ deskEnv: () => env }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": "203.0.113.9" }),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => jar.set(name, { value, options }),
  }),
}));
vi.mock("./session-store", () => ({ findPortalSession: async () => found.session }));

beforeEach(() => jar.clear());

test("the cookies are bound to the host, opaque to scripts, and sent when a person comes back by a link", async () => {
  env.AMPDESK_URL = "https://desk.example";
  await writeAttemptCookie("attempt");
  await writePortalCookie("secret");
  const { value, options } = jar.get("__Host-ampdesk-portal") ?? {};
  expect(value).toBe("secret");
  expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true, maxAge: 7_200 });
  // What has become a session is no attempt any more.
  expect(jar.get("__Host-ampdesk-portal-sign-in")).toMatchObject({ value: "", options: { maxAge: 0 } });
  expect(await readPortalCookie()).toBe("secret");
  await clearPortalCookie();
  expect(await readPortalCookie()).toBeNull();
});

test("without TLS they have plain names", async () => {
  env.AMPDESK_URL = "http://localhost:3000";
  await writePortalCookie("secret");
  expect(jar.get("ampdesk-portal")?.options).toMatchObject({ secure: false });
});

test("an action does nothing in the name of an account that the page no longer shows", async () => {
  const done: string[] = [];
  const action = defineInvestorAction(z.object({ to: z.string() }), async (investor: Investor, { to }) => {
    done.push(`${investor.address} ${to} ${investor.forwardedFor}`);
  });
  await writePortalCookie("secret");
  found.session = null;
  expect(await action({ to: "a" })).toMatchObject({ ok: false, error: { code: "UNAUTHENTICATED" } });
  found.session = { sessionId: "s", address: "0xab", chainId: 1, issuerSlug: null, endsAt: new Date() };
  expect(await action({ to: "b", address: "0xCD" })).toMatchObject({
    ...{ ok: false, error: { code: "UNAUTHENTICATED" } },
  });
  expect(await action({ to: 7 } as never)).toMatchObject({ ok: false, error: { code: "INVALID_INPUT" } });
  for (const address of ["0xAB", "0xab"]) expect((await action({ to: "c", address })).ok).toBe(true);
  expect(await action({ to: "d" })).toMatchObject({ ok: true });
  expect(done).toEqual(["0xab c 203.0.113.9", "0xab c 203.0.113.9", "0xab d 203.0.113.9"]);
});

test("nothing is read in the name of an account that the page no longer shows", async () => {
  await writePortalCookie("secret");
  found.session = { sessionId: "s", address: "0xab", chainId: 1, issuerSlug: null, endsAt: new Date() };
  const asked = (query: string) => new Request(`https://desk.example/api/invest/me${query}`);
  const file = async () => ({ name: "mine.json", text: "{}" });
  for (const [query, status] of [
    ["?address=0xCD", 401],
    ["?address=0xAB", 200],
    ["", 200],
  ] as const) {
    expect((await answerInvestorGet(asked(query), async () => 1)).status).toBe(status);
    expect((await answerInvestorFile(asked(query), file)).status).toBe(status);
  }
});
