import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import * as autoInvest from "@/app/api/invest/auto-invest/route";
import * as ownData from "@/app/api/invest/data/route";
import * as me from "@/app/api/invest/me/route";
import * as tasks from "@/app/api/invest/tasks/route";
import * as requestChains from "@/app/api/requests/[id]/chains/route";
import * as oneRequest from "@/app/api/requests/[id]/route";
import * as campaign from "@/app/api/requests/campaign/route";
import * as requests from "@/app/api/requests/route";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/errors";
import * as investActions from "@/server/actions/invest";
import * as chainActions from "@/server/actions/invest-chain";
import * as requestActions from "@/server/actions/requests";
import { findActor } from "@/server/auth/store";
import { sandboxEnv } from "@/server/db/testing";
import { type PortalBench, signInBrowser, startPortalBench } from "@/server/investor/testing";
import { openPortal, SETTINGS } from "@/server/requests/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signIn } from "@/server/services/sign-in";

const COOKIE = "__Host-ampdesk-portal";
const sent = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: new Map<string, { value: string }>(),
  actor: null as unknown,
}));
vi.mock("next/headers", () => ({
  headers: async () => sent.headers,
  cookies: async () => ({
    get: (name: string) => sent.cookies.get(name),
    set: () => {},
  }),
}));
vi.mock("@/server/auth/actor", () => ({ requireActor: async () => sent.actor }));

const ODD: unknown[] = [
  ...[undefined, null, true, -1, 0, 1.5, 2 ** 63, Number.NaN, 10n ** 40n, "", " ", "0x", "\u0000", "\ud800"],
  ...[
    "a\u0000b",
    "ä".repeat(300),
    "x".repeat(100_000),
    "'; drop table portal_links; --",
    "%00",
    "../..",
    "-0",
  ],
  ...["null", "{}", `0x${"2".repeat(40)}`, "31337", [], {}, [[]], { toString: 1 }, { address: "\u0000" }],
];
const TEXTS = ODD.filter((value) => typeof value === "string");

let sandbox: TestSandbox;
let bench: PortalBench;
let secret: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  bench = await startPortalBench(sandboxEnv(sandbox.url));
  const account = { method: "password", username: "issuer", password: "issuer-password" } as const;
  const actor = (await findActor(await signIn({ environment: "sandbox", ...account }))) as Actor;
  sent.actor = actor;
  await openPortal({ actor } as Parameters<typeof openPortal>[0]);
  ({ secret } = await signInBrowser({ issuer: SETTINGS.slug }));
});
afterAll(async () => {
  await bench?.stop();
  await sandbox?.stop();
});
beforeEach(() => {
  sent.headers = new Headers();
  sent.cookies = new Map([[COOKIE, { value: secret }]]);
});

type Door = (request: Request) => Promise<Response>;
const ofRequest = (GET: typeof oneRequest.GET | typeof requestChains.GET, id: string) => (request: Request) =>
  GET(request, { params: Promise.resolve({ id }) } as never);
const PARAMS: [string, Door, string[]][] = [
  ["requests", requests.GET, ["q", "sort", "cursor", "limit", "state", "kyc", "page"]],
  ["requests/campaign", campaign.GET, ["chain", "address"]],
  ["invest/me", me.GET, ["issuer", "address"]],
  ["invest/tasks", tasks.GET, ["kind", "address"]],
  ["invest/auto-invest", autoInvest.GET, ["address"]],
  ["invest/data", ownData.GET, ["address"]],
];

/** What a door answers, as `500` when it throws: Next would make that of it. */
async function statusOf(door: Door, path: string): Promise<number> {
  const answer = await door(new Request(`https://portal.example/api/${path}`)).catch(() => null);
  return answer?.status ?? 500;
}

it.each(PARAMS)("no parameter of /api/%s is a 500", async (path, door, names) => {
  expect(await statusOf(door, path)).toBeLessThan(500);
  const queries = names.flatMap((name) => [
    ...TEXTS.map((text) => `${name}=${encodeURIComponent(text.replace("\ud800", "\ufffd"))}`),
    ...[`${name}=%ff%00`, `${name}=1&${name}=2`, `${name}[]=1`],
  ]);
  const bad: string[] = [];
  for (const query of queries)
    if ((await statusOf(door, `${path}?${query}`)) >= 500) bad.push(query.slice(0, 60));
  expect(bad).toEqual([]);
});

it("no id of a request is a 500, and none shows anything", async () => {
  for (const id of [...TEXTS, randomUUID(), randomUUID().toUpperCase()])
    for (const GET of [oneRequest.GET, requestChains.GET])
      expect([id.slice(0, 40), await statusOf(ofRequest(GET, id), "requests/x")]).toEqual([
        id.slice(0, 40),
        404,
      ]);
});

it("no cookie and no header of the portal's doors is a 500", async () => {
  const values = TEXTS.filter((text) => /^[\x20-\x7e]*$/.test(text));
  for (const value of [...TEXTS, `${secret}x`, secret.toUpperCase()]) {
    sent.cookies = new Map([[COOKIE, { value }]]);
    for (const [path, door] of PARAMS.filter(([name]) => name.startsWith("invest")))
      expect([value.slice(0, 40), await statusOf(door, path)]).toEqual([value.slice(0, 40), 401]);
  }
  sent.cookies = new Map([[COOKIE, { value: secret }]]);
  for (const value of values) {
    sent.headers = new Headers({ "x-forwarded-for": value.slice(0, 8_000), "user-agent": value });
    expect([value.slice(0, 40), await statusOf(me.GET, "invest/me")]).toEqual([value.slice(0, 40), 200]);
  }
});

/** What every field of every action may be called. */
const FIELDS: Record<string, unknown> = {
  ...{
    intentId: randomUUID(),
    requestId: randomUUID(),
    issuer: SETTINGS.slug,
    personName: "Ada",
    isCompany: false,
  },
  ...{ consent: true, signature: "0x51", gaid: "GA2HsrczzwaFzdJiw5NJM8P4iWKQh1", email: "ada@example.org" },
  ...{ firstName: "Ada", lastName: "Byron", address: `0x${"2".repeat(40)}`, chainId: 31337 },
  ...{ categoryIds: [1], expectedUserId: null, reason: "For a reason.", answer: "keep" },
  ...{ campaign: `0x${"2".repeat(40)}`, amount: 1n, reCaptchaToken: "token" },
};
/** They end the session that the others use. */
const ENDS = ["signOutInvestor", "askForErasure"];

it("no body of any action is an unexpected failure", async () => {
  const actions = Object.entries({ ...investActions, ...chainActions, ...requestActions }).filter(
    ([name, action]) => typeof action === "function" && !ENDS.includes(name),
  ) as [string, (raw: unknown) => Promise<Result<unknown>>][];
  expect(actions.length).toBeGreaterThan(12);
  const { address: _, ...own } = FIELDS;
  const bad: string[] = [];
  for (const [name, action] of actions) {
    const run = async (what: string, raw: unknown) => {
      const result = await action(raw).catch(() => null);
      if (!result || (!result.ok && result.error.code === "INTERNAL")) bad.push(`${name} ${what}`);
    };
    const wholes = [undefined, null, "x", [], {}, { address: "\u0000" }];
    const fields = Object.keys(FIELDS).flatMap((field) =>
      ["a\u0000b", 2 ** 63].map((odd) => ({ field, odd })),
    );
    const given = name === "startSignIn" ? FIELDS : own;
    await Promise.all([
      ...wholes.map((odd) => run(`${odd}`, odd)),
      ...fields.map(({ field, odd }) => run(`${field} ${odd}`, { ...given, [field]: odd })),
    ]);
  }
  expect(bad).toEqual([]);
});
