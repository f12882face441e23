import * as viemChains from "viem/chains";
import { expect, it } from "vitest";
import type { IdentityConfig } from "../config";
import { chooseFixes, type Mode } from "../fixes";
import { chainBook } from "./chains";
import { knownChains } from "./list";

const LOCAL = "31337";
const key = "1".repeat(64);
const address = `0x${"2".repeat(40)}`;
const WHOLE = {
  ...{ walletApproverPrivateKey: key, walletApproverServiceAddress: address },
  ...{ faucetCallerPrivateKey: key, faucetServiceAddress: address },
  ...{ autoInvestPrivateKey: key, autoInvestServiceAddress: address },
};
const switches = { faucetEnabled: true, autoInvestEnabled: true, infuraId: "" };

/** Known chains on which a service with everything set up does this. */
function chainsFor(feature: "faucet" | "whitelist", mode: Mode, testnet?: boolean, differing: string[] = []) {
  const settings = testnet === undefined ? WHOLE : { ...WHOLE, testnet };
  const ids = Object.keys(knownChains);
  const chains = Object.fromEntries(ids.map((id) => [id, settings]));
  const book = chainBook({ ...switches, chains } as unknown as IdentityConfig, chooseFixes(mode, differing));
  return ids.filter((id) => book.can(BigInt(id), feature));
}

it("knows a test chain as viem does, and the local chain for one", () => {
  const published = Object.values(viemChains).filter(({ id }) => `${id}` in knownChains && `${id}` !== LOCAL);
  expect(published.length).toBeGreaterThanOrEqual(4);
  for (const { id, testnet = false } of published)
    expect([id, knownChains[`${id}`]?.isTest]).toEqual([id, testnet]);
  expect(knownChains[LOCAL]?.isTest).toBe(true);
});

it("gives coins on test chains alone, where the settings do not say otherwise", () => {
  expect(chainsFor("faucet", "default")).toEqual(["5", LOCAL, "80001"]);
  expect(chainsFor("faucet", "default", false)).toEqual([]);
  expect(chainsFor("faucet", "default", true)).toEqual(Object.keys(knownChains));
});

it("gives them everywhere in strict mode, and does everything else everywhere in both", () => {
  const all = Object.keys(knownChains);
  expect(chainsFor("faucet", "strict")).toEqual(all);
  expect(chainsFor("faucet", "strict", undefined, ["faucetOnTestChains"])).toEqual(["5", "31337", "80001"]);
  expect(chainsFor("faucet", "default", undefined, ["-faucetOnTestChains"])).toEqual(all);
  for (const mode of ["strict", "default"] as const) expect(chainsFor("whitelist", mode, false)).toEqual(all);
});
