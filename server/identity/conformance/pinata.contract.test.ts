import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { now, turnClock } from "@/server/platform/clock";
import { listen } from "@/server/platform/listen";
import { revokeOldKeys } from "../pinata/revoke";
import { newWallet, startTestIdentity, type TestIdentity } from "../testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

interface Seen {
  path: string;
  authorization: string | null;
  body: unknown;
}

const KEYS = { pinata_api_key: "key", pinata_api_secret: "secret", JWT: "a.b.c" };
let pinata: Awaited<ReturnType<typeof listen>>;
let seen: Seen[] = [];
let answer: () => Response;

const handler = async (request: Request) => {
  const authorization = request.headers.get("authorization");
  seen.push({ path: new URL(request.url).pathname, authorization, body: await request.json() });
  return answer();
};

beforeAll(async () => {
  pinata = await listen("127.0.0.1", 0, () => handler, { starting: () => new Response() });
});
afterAll(() => pinata?.close(0));
beforeEach(() => {
  seen = [];
  answer = () => Response.json(KEYS);
});

const settings = (more = {}) => ({
  pinata: {
    ...{ jwt: "master", url: `http://127.0.0.1:${pinata.port}`, maxUses: 10, keysPerDay: 20, keyHours: 24 },
    ...more,
  },
});

const ask = async (bench: TestIdentity, address = newWallet().address) =>
  bench.call("GET /user/pinata", { bearer: await forge(claimsOf(address)) });

conform(
  {
    "ID-PIN-01": async (bench) => {
      const { status, text } = await ask(bench);
      expect([status, text]).toEqual([200, JSON.stringify(KEYS)]);
    },
    "ID-PIN-02": async (bench) => {
      const { address } = newWallet();
      await ask(bench, address);
      const pinning = { pinFileToIPFS: true, pinByHash: true, pinJSONToIPFS: true, pinJobs: true };
      expect(seen).toEqual([
        {
          ...{ path: "/users/generateApiKey", authorization: "Bearer master" },
          body: {
            ...{ keyName: address.toLowerCase(), maxUses: 10 },
            permissions: { endpoints: { pinning } },
          },
        },
      ]);
    },
    "ID-PIN-03": async (bench) => {
      const failures = [
        () => Response.json(KEYS, { status: 401 }),
        () => new Response("no JSON"),
        () => Response.json({ ...KEYS, JWT: undefined }),
        () => Response.redirect("http://127.0.0.1:1/", 307),
      ];
      for (const failure of failures) {
        answer = failure;
        const { status, body } = await ask(bench);
        expect([status, body.err_code, body.message]).toEqual([500, "0302", "Failed to get Pinata JWT"]);
      }
    },
    "ID-PIN-04": async (bench) => {
      expect((await ask(bench)).status).toBe(200);
    },
    "ID-PIN-05": async (bench) => {
      const { address } = newWallet();
      let calls = 0;
      answer = () => Response.json({ ...KEYS, JWT: `token ${++calls}` });
      const tokens = [await ask(bench, address), await ask(bench, address)].map(({ body }) => body.JWT);
      expect(tokens).toEqual(["token 1", "token 2"]);
    },
  },
  settings,
);

test("says that Pinata is not set up, and who may have how many keys", async () => {
  const bench = await startTestIdentity("default", { ...settings({ keysPerDay: 2 }) });
  try {
    const { address } = newWallet();
    const four = await Promise.all([1, 2, 3, 4].map(() => ask(bench, address)));
    expect(four.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    const refused = four.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(seen).toHaveLength(2);
    expect((await ask(bench)).status).toBe(200);
    // the next day by UTC
    turnClock(86_400_000 - (now().getTime() % 86_400_000));
    expect((await ask(bench, address)).status).toBe(200);
    turnClock(0);
    const choosy = await bench.replica({ fixes: ["pinataNeedsKyc"] });
    const stranger = await ask(choosy);
    expect([stranger.status, stranger.body.err_code]).toEqual([400, "0111"]);
    const without = await ask(await bench.replica(settings({ jwt: "" })));
    expect([without.status, without.body.err_code]).toEqual([500, "0302"]);
    expect(without.body.message).toContain("PINATA_JWT");
  } finally {
    turnClock(0);
    await bench.stop();
  }
});

test("a key is revoked when whoever got it says so, else when its time is over, and tried again while Pinata is away", async () => {
  const bench = await startTestIdentity("default", settings());
  try {
    let made = 0;
    answer = () => Response.json({ ...KEYS, pinata_api_key: `name-${++made}` });
    for (const _ of [1, 2]) await ask(bench);
    const bearer = await forge(claimsOf(newWallet().address));
    const revoke = (pinata_api_key: string) =>
      bench.call("POST /user/pinata/revoke", { bearer, body: { pinata_api_key } });
    const revoked = () =>
      seen.flatMap(({ path, body }) =>
        path === "/users/revokeApiKey" ? [(body as { apiKey: string }).apiKey] : [],
      );

    answer = () => new Response("no", { status: 500 });
    const failed = await revoke("name-1");
    expect([failed.status, failed.body.err_code]).toEqual([500, "0302"]);
    answer = () => Response.json("Revoked");
    for (const name of ["name-1", "name-1", "somebody else's"]) {
      const { status, text } = await revoke(name);
      expect([status, text]).toEqual([200, ""]);
    }
    expect(revoked()).toEqual(["name-1", "name-1"]);
    expect(seen.at(-1)?.authorization).toBe("Bearer master");

    await revokeOldKeys(bench.identity);
    expect(revoked()).toHaveLength(2);
    turnClock(24 * 3_600_000 + 1_000);
    answer = () => new Response("no", { status: 500 });
    await expect(revokeOldKeys(bench.identity)).rejects.toThrow("500");
    answer = () => new Response("unknown key", { status: 404 });
    for (const _ of [1, 2]) await revokeOldKeys(bench.identity);
    expect(revoked().slice(2)).toEqual(["name-2", "name-2"]);

    turnClock(0);
    const lasting = await bench.replica({ fixes: ["-pinataRevokes"] });
    answer = () => Response.json({ ...KEYS, pinata_api_key: "name-9" });
    await ask(lasting);
    expect((await revoke("name-9")).status).toBe(200);
    expect(revoked()).not.toContain("name-9");
  } finally {
    turnClock(0);
    await bench.stop();
  }
});
