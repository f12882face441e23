import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { databaseUrlFromEnv, deskEnv, sandboxEnv } from "./env";

const URL = "postgres://desk@127.0.0.1/desk";

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (/^(AMP_|AMPDESK_|SANDBOX_|DATABASE_URL|AUTH_SECRET)/.test(name)) vi.stubEnv(name, undefined);
  }
});
afterEach(() => vi.unstubAllEnvs());

const set = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
};

it("takes an empty value for one that is not set", () => {
  set({ SANDBOX_DATABASE_URL: URL, SANDBOX_PORT: "", SANDBOX_BLOCK_SECONDS: "", SANDBOX_SEED: "" });
  expect(sandboxEnv()).toMatchObject({ SANDBOX_PORT: 4000, SANDBOX_BLOCK_SECONDS: 5, SANDBOX_SEED: "small" });
});

it("keeps a zero that was meant", () => {
  set({ SANDBOX_DATABASE_URL: URL, SANDBOX_BLOCK_SECONDS: "0" });
  expect(sandboxEnv().SANDBOX_BLOCK_SECONDS).toBe(0);
});

it("names what is missing or wrong, and never its value", () => {
  set({ DATABASE_URL: "" });
  expect(databaseUrlFromEnv).toThrow(/DATABASE_URL/);
  set({ DATABASE_URL: "mysql://user:secret@127.0.0.1/desk" });
  expect(databaseUrlFromEnv).toThrow(/DATABASE_URL: must be a postgres/);
  expect(databaseUrlFromEnv).not.toThrow(/secret/);
});

it("reads the desk's part with empty addresses of environments that are not used", () => {
  set({ DATABASE_URL: URL, AUTH_SECRET: "s".repeat(32), AMPDESK_SECRET_KEY: "0".repeat(64) });
  set({ AMP_LIVE_URL: "", AMP_TIMEOUT_MS: "", AMP_SANDBOX_URL: "http://127.0.0.1:4000/api" });
  const env = deskEnv();
  expect(env.AMP_LIVE_URL).toBeUndefined();
  expect(env).toMatchObject({ AMP_TIMEOUT_MS: 20_000, AMP_SANDBOX_URL: "http://127.0.0.1:4000/api" });
});

it.each(["NODE_TIMEOUT_MS", "AMP_TIMEOUT_MS"])(
  "refuses a settle time in which a call of %s may still be carried out, naming both",
  async (name) => {
    vi.resetModules(); // the configuration is read once
    const fresh = await import("./env");
    set({ DATABASE_URL: URL, AUTH_SECRET: "s".repeat(32), AMPDESK_SECRET_KEY: "0".repeat(64) });
    set({ NODE_TIMEOUT_MS: "1000", AMP_TIMEOUT_MS: "1000", TREASURY_SETTLE_MS: "2000", [name]: "2000" });
    expect(fresh.deskEnv).toThrow(new RegExp(`TREASURY_SETTLE_MS: must be larger than ${name}`));
    set({ TREASURY_SETTLE_MS: "2001" });
    expect(fresh.deskEnv().TREASURY_SETTLE_MS).toBe(2001);
  },
);

it("takes a service key of the curve alone, and never shows it", () => {
  const key = `${"0".repeat(63)}1`;
  set({ SANDBOX_DATABASE_URL: URL, SANDBOX_AUTHORIZER_KEY: key });
  expect(sandboxEnv().SANDBOX_AUTHORIZER_KEY).toBe(key);
  for (const wrong of ["0".repeat(64), "f".repeat(64), "abcd"]) {
    set({ SANDBOX_AUTHORIZER_KEY: wrong });
    expect(sandboxEnv).toThrow(/SANDBOX_AUTHORIZER_KEY: must be/);
    expect(sandboxEnv).not.toThrow(new RegExp(wrong));
  }
});
