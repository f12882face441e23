import { expect } from "vitest";
import { type ChainFeature, chainBook, rpcUrlOf } from "../chains/chains";
import type { ChainSettings } from "../chains/settings";
import type { TestIdentity } from "../testing";
import { conform } from "./testing";

const KEY = "1".repeat(64);
const ADDRESS = `0x${"2".repeat(40)}`;
const approver = { walletApproverPrivateKey: KEY, walletApproverServiceAddress: ADDRESS };
const faucet = { faucetCallerPrivateKey: `0x${KEY}`, faucetServiceAddress: ADDRESS, testnet: true };
const autoInvest = { autoInvestPrivateKey: KEY, autoInvestServiceAddress: `0x${"0".repeat(40)}` };

/** What using chain 137 with these settings comes to: "usable", or status and error code. */
function use({ identity }: TestIdentity, settings: ChainSettings, feature: ChainFeature, chainId = 137n) {
  const switches = { faucetEnabled: true, autoInvestEnabled: true };
  const book = chainBook({ ...identity.config, ...switches, chains: { "137": settings } }, identity.fixes);
  try {
    return book.require(chainId, feature) && "usable";
  } catch (refusal) {
    const { status, bodyAt } = refusal as { status: number; bodyAt: (path: string) => { err_code: string } };
    return [status, bodyAt("/").err_code];
  }
}

const INCOMPLETE = [500, "0402"];

conform({
  "ID-CHN-01": async (bench) => {
    expect(use(bench, {}, "read", 4711n)).toEqual([500, "0401"]);
    expect(use(bench, {}, "read", 0n)).toEqual([500, "0401"]);
  },
  "ID-CHN-02": async () => {
    for (const id of ["", "  "]) {
      expect(rpcUrlOf(137n, id)).toBe("https://rpc-mainnet.matic.network/");
      expect(rpcUrlOf(1984n, id)).toBe("https://poa.ampnet.io/rpc");
    }
  },
  "ID-CHN-03": async () => {
    expect(rpcUrlOf(137n, "an-id")).toBe("https://polygon-mainnet.infura.io/v3/an-id");
    expect(rpcUrlOf(31337n, "an-id")).toBe("http://hardhat:8545");
  },
  "ID-CHN-04": async (bench) => {
    expect(use(bench, { ...approver, ...faucet, ...autoInvest }, "whitelist")).toBe("usable");
    expect(use(bench, { ...faucet, ...autoInvest }, "whitelist")).toEqual(INCOMPLETE);
    const half = { walletApproverServiceAddress: ADDRESS };
    expect(use(bench, { ...half, ...faucet, ...autoInvest }, "whitelist")).toEqual(INCOMPLETE);
  },
  "ID-CHN-05": async (bench) => {
    expect(use(bench, { ...approver, ...autoInvest }, "faucet")).toEqual(INCOMPLETE);
    expect(use(bench, { ...approver, ...faucet, ...autoInvest }, "faucet")).toBe("usable");
  },
  "ID-CHN-06": async (bench) => {
    expect(use(bench, { ...approver, ...faucet }, "autoInvest")).toEqual(INCOMPLETE);
    expect(use(bench, { ...approver, ...faucet, ...autoInvest }, "autoInvest")).toBe("usable");
  },
  "ID-CHN-09": {
    strict: async (bench) => {
      expect(use(bench, { ...approver, ...faucet }, "whitelist")).toEqual(INCOMPLETE);
      expect(use(bench, {}, "read")).toEqual(INCOMPLETE);
    },
    default: async (bench) => {
      expect(use(bench, approver, "whitelist")).toBe("usable");
      expect(use(bench, faucet, "faucet")).toBe("usable");
      expect(use(bench, {}, "read")).toBe("usable");
    },
  },
});
