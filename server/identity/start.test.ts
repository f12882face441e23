import { afterEach, expect, it, vi } from "vitest";
import { identityEnv } from "@/server/platform/env";
import { configOf, refuseUnusableFaucet, startIdentity } from "./start";

afterEach(() => vi.unstubAllEnvs());

const configWith = (set: Record<string, string>) => configOf(envWith(set));
function envWith(set: Record<string, string>) {
  vi.stubEnv("IDENTITY_DATABASE_URL", "postgres://127.0.0.1/nowhere");
  vi.stubEnv("IDENTITY_SECRET_KEY", "ab".repeat(32));
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  return identityEnv();
}
const KEYS = { VERIFF_API_KEY: "key", VERIFF_PRIVATE_KEY: "s3cret" };

it("knows Veriff by its keys, which go together", () => {
  expect(configWith({ VERIFF_API_KEY: "", VERIFF_PRIVATE_KEY: "" }).veriff).toBeNull();
  expect(configWith({ ...KEYS, VERIFF_BASE_URL: "" }).veriff).toEqual({
    ...{ apiKey: "key", privateKey: "s3cret", timeoutMs: 10_000 },
    baseUrl: "https://stationapi.veriff.com",
  });
  expect(configWith({ ...KEYS, VERIFF_BASE_URL: "http://127.0.0.1:4000/veriff/" }).veriff?.baseUrl).toBe(
    "http://127.0.0.1:4000/veriff",
  );
  expect(() => configWith({ ...KEYS, VERIFF_API_KEY: "" })).toThrow(/^VERIFF_API_KEY and VERIFF_PRIVATE_KEY/);
});

it("reads how strict identification is, and is lenient to nobody by default", () => {
  const names = [
    "IDENTITY_ACCEPT_RISK_LABELS",
    "IDENTITY_ONE_PERSON_ONE_WALLET",
    "IDENTITY_KYC_RETENTION_DAYS",
  ];
  expect(configWith(Object.fromEntries(names.map((name) => [name, ""])))).toMatchObject({
    ...{ acceptedRiskLabels: [], onePersonOneWallet: false, kycRetentionDays: 0, testKyc: false },
  });
  const set = Object.fromEntries(names.map((name, index) => [name, ["a, b", "true", "30"][index] ?? ""]));
  expect(configWith(set)).toMatchObject({
    ...{ acceptedRiskLabels: ["a", "b"], onePersonOneWallet: true, kycRetentionDays: 30 },
  });
});

it("does not start without what reCAPTCHA needs: its secret, and for the desk's own portal the site key", () => {
  const on = { RECAPTCHA_ENABLED: "true", RECAPTCHA_SECRET: "", RECAPTCHA_SITE_KEY: "", IDENTITY_URL: "" };
  expect(() => configWith(on)).toThrow("RECAPTCHA_ENABLED needs RECAPTCHA_SECRET.");
  const proven = { ...on, RECAPTCHA_SECRET: "s3cret" };
  expect(() => refuseUnusableFaucet(envWith(proven))).toThrow(/^RECAPTCHA_ENABLED needs RECAPTCHA_SITE_KEY/);
  const fine = [
    { RECAPTCHA_SITE_KEY: "public" },
    { IDENTITY_URL: "https://identity.example" },
    { RECAPTCHA_ENABLED: "false" },
  ];
  for (const set of fine) expect(() => refuseUnusableFaucet(envWith({ ...proven, ...set }))).not.toThrow();
  // alone its clients have the site key
  expect(configWith(proven).recaptcha).toMatchObject({ isEnabled: true, siteKey: null });
});

it("refuses so at the start within the desk, before any database is opened", async () => {
  const env = envWith({ RECAPTCHA_ENABLED: "true", RECAPTCHA_SECRET: "s3cret", RECAPTCHA_SITE_KEY: "" });
  await expect(startIdentity(env, { isHosted: true })).rejects.toThrow(/RECAPTCHA_SITE_KEY/);
});
