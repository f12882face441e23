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
