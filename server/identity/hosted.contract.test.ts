import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET, OPTIONS, POST } from "@/app/api/identity/[[...path]]/route";
import { build } from "@/server/bin/launch/build.mjs";
import { identityEnv } from "@/server/platform/env";
import { createTestDatabase, dropTestDatabase } from "@/server/sandbox/testing-database";
import { askUsers } from "./grpc/testing";
import { hostedIdentity } from "./hosted";
import { configOf } from "./start";

const BUILD = ".data/identity-test";
const SECRET = "ab".repeat(32);
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  for (const name of Object.keys(process.env)) if (name.startsWith("IDENTITY_")) vi.stubEnv(name, undefined);
  vi.stubEnv("DATABASE_URL", databaseUrl);
  vi.stubEnv("AMPDESK_SECRET_KEY", SECRET);
  vi.stubEnv("LOG_LEVEL", "error");
});
afterAll(async () => {
  await (await hostedIdentity()).stop();
  await dropTestDatabase(databaseUrl);
  fs.rmSync(BUILD, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const at = (path: string, init?: RequestInit) => new Request(`http://desk.example/api/identity${path}`, init);

test("the desk's route answers as the service, over the desk's database", async () => {
  const health = await GET(at("/actuator/health"));
  expect([health.status, await health.text()]).toEqual([200, '{"status":"UP"}']);
  const text = await POST(
    at("/authorize", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"address":"0xAB"}',
    }),
  );
  expect((await text.json()).payload).toContain("address: 0xab\n");
  expect(await (await GET(at("/user"))).json()).toMatchObject({ err_code: "0206" });
  const headers = { origin: "https://elsewhere.example", "access-control-request-method": "PUT" };
  expect((await OPTIONS(at("/user", { method: "OPTIONS", headers }))).status).toBe(200);
});

test("the configuration is read from the environment, and what is wrong named without its value", () => {
  vi.stubEnv("IDENTITY_STRICT", "true");
  vi.stubEnv("IDENTITY_FIXES", "rotateRefresh, -keyIds");
  vi.stubEnv("IDENTITY_CHAINS", '{"31337":{"rpcUrl":"http://127.0.0.1:8545"}}');
  const config = configOf(identityEnv());
  expect(config).toMatchObject({
    mode: "strict",
    fixes: ["rotateRefresh", "-keyIds"],
    allowedOrigins: ["*"],
  });
  expect(config.chains["31337"]?.rpcUrl).toBe("http://127.0.0.1:8545");
  expect(config.secretKey.toString("hex")).toBe(SECRET);
  vi.stubEnv("IDENTITY_CHAINS", '{"1":{"faucetCallerPrivateKey":"s3cret"}}');
  expect(() => configOf(identityEnv())).toThrow(/1\.faucetCallerPrivateKey: must be 32 bytes/);
  expect(() => configOf(identityEnv())).not.toThrow(/s3cret/);
  vi.stubEnv("IDENTITY_LIMITS", '{"text":{"perIp":7}}');
  vi.stubEnv("IDENTITY_CHAINS", undefined);
  expect(configOf(identityEnv()).limits?.text).toEqual({ perIp: 7, perAddress: 30, seconds: 60 });
  vi.stubEnv("IDENTITY_LIMITS", "off");
  expect(configOf(identityEnv()).limits).toBeNull();
  vi.stubEnv("IDENTITY_LIMITS", '{"texts":{}}');
  expect(() => configOf(identityEnv())).toThrow(/IDENTITY_LIMITS/);
  vi.stubEnv("IDENTITY_LIMITS", undefined);
  vi.stubEnv("IDENTITY_ORIGINS", "https://invest.example/");
  expect(() => identityEnv()).toThrow(/IDENTITY_ORIGINS.*must be an origin/);
  vi.stubEnv("IDENTITY_ORIGINS", undefined);
  vi.stubEnv("IDENTITY_CHAINS", "{");
  expect(() => identityEnv()).toThrow(/IDENTITY_CHAINS: must be JSON/);
  for (const name of ["IDENTITY_STRICT", "IDENTITY_FIXES", "IDENTITY_CHAINS"]) vi.stubEnv(name, undefined);
  vi.stubEnv("AMPDESK_SECRET_KEY", "");
  expect(() => identityEnv()).toThrow(/IDENTITY_SECRET_KEY: is missing/);
  vi.stubEnv("AMPDESK_SECRET_KEY", SECRET);
});

test("the bundled process listens, answers and ends when it is told to", async () => {
  await build({ root: process.cwd(), dir: BUILD, only: "identity", say: () => {} });
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [`${BUILD}/bin/identity.mjs`], {
    env: {
      ...process.env,
      IDENTITY_DATABASE_URL: databaseUrl,
      IDENTITY_PORT: `${port}`,
      IDENTITY_STRICT: "true",
      IDENTITY_GRPC_PORT: `${port + 1}`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await once(child.stdout, "data");
  expect(`${line}`).toBe(`identity ready http://127.0.0.1:${port}\n`);
  const answer = await fetch(`http://127.0.0.1:${port}/api/identity/actuator/health`);
  expect([answer.status, await answer.text()]).toEqual([200, '{"status":"UP"}']);
  expect(await askUsers(port + 1, ["0x00"])).toEqual({ code: 0, users: [] });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
