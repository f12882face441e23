import { expect, it } from "vitest";
import { anvilProgram, chainEnv } from "./chain.mjs";
import { ProjectRoot } from "./paths.mjs";

const chain = {
  rpcUrl: "http://127.0.0.1:8545",
  contracts: { issuer: "0x1" },
  account: { address: "0x2", privateKey: "0x3" },
  settings: { faucetServiceAddress: "0x4" },
};
const local = { faucetServiceAddress: "0x4", rpcUrl: chain.rpcUrl };

it("gives the identity service the chain and switches on what happens there", () => {
  const env = chainEnv(chain, { IDENTITY_CHAINS: "", IDENTITY_FAUCET: "false" });
  expect(JSON.parse(env.IDENTITY_CHAINS ?? "")).toEqual({ 31337: local });
  expect(env).toMatchObject({ IDENTITY_FAUCET: "true", IDENTITY_AUTO_INVEST: "true" });
});

it("stands beside chains that are configured, and gives away nothing there", () => {
  const polygon = { rpcUrl: "https://polygon.example" };
  const IDENTITY_CHAINS = JSON.stringify({ 137: polygon });
  const env = chainEnv(chain, { IDENTITY_CHAINS, IDENTITY_FAUCET: "false" });
  expect(JSON.parse(env.IDENTITY_CHAINS ?? "")).toEqual({ 31337: local, 137: polygon });
  expect(env).toMatchObject({ IDENTITY_FAUCET: "false", IDENTITY_AUTO_INVEST: "true" });
});

it.each(["{", "1", "null"])("leaves it to the service to say what is wrong with %s", (IDENTITY_CHAINS) => {
  expect(chainEnv(chain, { IDENTITY_CHAINS })).toEqual({});
});

it("changes nothing where no chain runs", () => {
  expect(chainEnv(undefined, {})).toEqual({});
  expect(anvilProgram(ProjectRoot, { platform: "sunos", arch: "sparc" })).toBeUndefined();
});
