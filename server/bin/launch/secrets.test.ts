import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { deskSecrets } from "./secrets.mjs";

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), "secrets-"));

it("makes each secret once, and keeps it", () => {
  const at = folder();
  const made = deskSecrets(at, {});
  expect(deskSecrets(at, {})).toEqual(made);
  expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length);
  expect(deskSecrets(at, { AUTH_SECRET: "given" }).AUTH_SECRET).toBe("given");
  expect(deskSecrets(folder(), {}).AUTH_SECRET).not.toBe(made.AUTH_SECRET);
});

it("makes the operator's token for the service of the demo, not for one elsewhere", () => {
  const at = folder();
  const token = deskSecrets(at, {}).IDENTITY_OPERATOR_TOKEN;
  expect(token?.length).toBeGreaterThanOrEqual(32);
  const IDENTITY_URL = "https://identity.example";
  expect(deskSecrets(at, { IDENTITY_URL })).not.toHaveProperty("IDENTITY_OPERATOR_TOKEN");
  const given = { IDENTITY_URL, IDENTITY_OPERATOR_TOKEN: "x".repeat(32) };
  expect(deskSecrets(at, given).IDENTITY_OPERATOR_TOKEN).toBe("x".repeat(32));
});
