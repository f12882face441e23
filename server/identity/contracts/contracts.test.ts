import fs from "node:fs";
import { type Abi, toEventSelector, toFunctionSelector } from "viem";
import { expect, it } from "vitest";
import { artifactsFile, compileContracts } from "@/server/bin/launch/contracts.mjs";
import { approverAbi, campaignAbi, faucetAbi, investAbi, issuerAbi, stablecoinAbi } from "./abis";
import artifacts from "./artifacts.json";

const selectorsOf = (abi: Abi) =>
  abi.flatMap((item) => {
    if (item.type === "function") return [[item.name, toFunctionSelector(item)] as const];
    return item.type === "event" ? [[item.name, toEventSelector(item)] as const] : [];
  });

/** By contract, as the original's contracts have them. */
const original: Record<string, Record<string, string>> = {
  WalletApprover: {
    approveWallets: "0xfac17891",
    ApproveWalletSuccess: "0x07a7f29759e6fcd5abfb13b011b6260e8d5bbf1378e02ab6a0bda305808b4af7",
    ApproveWalletFail: "0xefa58f4f110c14576ccc7f8084ebeedcff31b0f0da5194fd4d2435b34aaab867",
    WalletFunded: "0xdcd765526e7e876773520212c462da95330cd0b04f266d7902578351482bee9e",
  },
  Faucet: { faucet: "0x86aa98b0" },
  Invest: {
    getStatus: "0xa7402586",
    investFor: "0x9c1653ae",
    InvestFor: "0x3ea77ee9677c9a31b3ad9f1745e0cda843fb0bc5ce97436e1cf131ef69bee7b5",
  },
  Issuer: {
    isWalletApproved: "0x3657e851",
    commonState: "0x1818e2ec",
    version: "0x54fd4d50",
    flavor: "0xf59e4f65",
    WalletWhitelist: "0xa885b8c784adc80228100361073193dcbe7837f1573403bbbdec8c83da6b3c61",
  },
  Campaign: { version: "0x54fd4d50", investForBeneficiary: "0x36921c0c" },
};

it("has checked in what the compiler makes of the sources", () => {
  expect(fs.readFileSync(artifactsFile, "utf8") === compileContracts()).toBe(true);
}, 20_000);

it.each(Object.entries(original))("%s answers to the original's selectors and topics", (name, wanted) => {
  const { abi } = artifacts[name as keyof typeof artifacts];
  expect(Object.fromEntries(selectorsOf(abi as unknown as Abi))).toMatchObject(wanted);
});

it("calls nothing that our contracts do not have", () => {
  const ours = { approverAbi, faucetAbi, issuerAbi, investAbi, campaignAbi, stablecoinAbi };
  for (const [name, abi] of Object.entries(ours)) {
    const contract = name === "approverAbi" ? "WalletApprover" : name[0]?.toUpperCase() + name.slice(1, -3);
    const has = selectorsOf(artifacts[contract as keyof typeof artifacts].abi as unknown as Abi);
    expect(has).toEqual(expect.arrayContaining(selectorsOf(abi)));
  }
});
