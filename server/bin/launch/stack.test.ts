import { expect, it } from "vitest";
import { stackEnv } from "./stack.mjs";

const envWith = (env: Record<string, string>) =>
  stackEnv({ dir: ".next", port: 3000, sandboxPort: 4000, databaseUrl: "postgres://127.0.0.1/desk", env });

it.each([
  [{ SANDBOX_NETWORK: "regtest", AMP_SANDBOX_NETWORK: "testnet" }, "regtest"],
  [{ SANDBOX_NETWORK: "liquid" }, "liquid"],
  [{ SANDBOX_NETWORK: "", AMP_SANDBOX_NETWORK: "regtest" }, "testnet"],
  [{ AMP_SANDBOX_NETWORK: "liquid" }, "testnet"],
])("gives desk and sandbox one network: %o → %s", (env, network) => {
  expect(envWith(env)).toMatchObject({ SANDBOX_NETWORK: network, AMP_SANDBOX_NETWORK: network });
});

it("lets the caller's environment win over its own choices otherwise", () => {
  expect(envWith({ AMPDESK_URL: "https://desk.example" }).AMPDESK_URL).toBe("https://desk.example");
  expect(envWith({}).AMPDESK_URL).toBe("http://localhost:3000");
});

it("puts the credentials of the sandbox's node into its address in a safe form", () => {
  const env = envWith({ SANDBOX_RPC_USER: "a@b", SANDBOX_RPC_PASSWORD: "p/w" });
  expect(env.AMP_SANDBOX_NODE_URL).toBe("http://a%40b:p%2Fw@127.0.0.1:4000/elements/wallet/treasury");
});

it("lets the sandbox play Veriff unless there are keys of the real one", () => {
  const keys = { SANDBOX_VERIFF_API_KEY: "key", SANDBOX_VERIFF_PRIVATE_KEY: "secret", VERIFF_API_KEY: "" };
  expect(envWith({ ...keys, VERIFF_BASE_URL: "https://stationapi.veriff.com" })).toMatchObject({
    VERIFF_API_KEY: "key",
    VERIFF_PRIVATE_KEY: "secret",
    VERIFF_BASE_URL: "http://127.0.0.1:4000/veriff",
    SANDBOX_VERIFF_WEBHOOK_URL: "http://127.0.0.1:3000/api/identity/veriff/webhook",
    SANDBOX_VERIFF_CALLBACK_URL: "http://localhost:3000/invest",
  });
  const real = envWith({ ...keys, VERIFF_API_KEY: "real" });
  expect(real).toMatchObject({ VERIFF_API_KEY: "real" });
  expect(real.VERIFF_BASE_URL).toBeUndefined();
});

it("lets the portal ask the identity service for texts that name it", () => {
  expect(envWith({}).IDENTITY_ORIGINS).toBe("http://localhost:3000");
  expect(envWith({ AMPDESK_URL: "https://desk.example/", IDENTITY_ORIGINS: "" }).IDENTITY_ORIGINS).toBe(
    "https://desk.example",
  );
  expect(envWith({ IDENTITY_ORIGINS: "https://a.example" }).IDENTITY_ORIGINS).toBe("https://a.example");
});
