import { type Address, parseEther, parseEventLogs } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newWallet } from "../testing";
import { approverAbi, campaignAbi, faucetAbi, investAbi, issuerAbi, stablecoinAbi } from "./abis";
import { startChainWithContracts, type TestContracts } from "./deploy-testing";

let bench: TestContracts;
beforeAll(async () => {
  bench = await startChainWithContracts();
  bench.chain.client.pollingInterval = 20;
});
afterAll(() => bench?.stop());

type Call = { address: Address; abi: readonly unknown[]; functionName: string; args: readonly unknown[] };

/** Sends as one of the keys or from any address of the chain's own. @throws Error for a call that reverts */
async function send(from: Address, call: Call) {
  const { client } = bench.chain;
  await client.impersonateAccount({ address: from });
  // a transaction that reverts is mined all the same: asked before, the node says why it would
  await client.simulateContract({ ...call, account: from } as never);
  const hash = await client.writeContract({ ...call, account: from, chain: client.chain } as never);
  return client.waitForTransactionReceipt({ hash });
}
const operator = (name: "walletApprover" | "faucetCaller" | "autoInvest") =>
  privateKeyToAccount(bench.keys[name]).address;

const approve = (wallets: Address[], from = operator("walletApprover"), issuer = bench.contracts.issuer) => {
  const { approver: address } = bench.contracts;
  return send(from, { address, abi: approverAbi, functionName: "approveWallets", args: [issuer, wallets] });
};
const isApproved = (wallet: Address) => {
  const { issuer: address } = bench.contracts;
  return bench.chain.client.readContract({
    ...{ address, abi: issuerAbi, functionName: "isWalletApproved", args: [wallet] },
  });
};

test("the approver approves, tells of each wallet, and stops for none", async () => {
  const [good, bad] = [newWallet().address, `0x${"0".repeat(40)}` as Address];
  expect(await isApproved(good)).toBe(false);
  const { logs } = await approve([bad, good]);
  const events = parseEventLogs({ abi: approverAbi, logs }).map(({ eventName, args }) => [
    eventName,
    args.wallet,
  ]);
  expect(events).toEqual([
    ["ApproveWalletFail", bad],
    ["ApproveWalletSuccess", good],
  ]);
  expect(await isApproved(good)).toBe(true);
  expect(await isApproved(bench.chain.account)).toBe(true);
});

test("strangers approve nothing, and no issuer that named another approver is touched", async () => {
  await expect(approve([newWallet().address], operator("faucetCaller"))).rejects.toThrow("not allowed");
  const owner = bench.chain.account;
  const foreign = await bench.deploy("Issuer", [owner, bench.contracts.stablecoin, owner]);
  await expect(approve([newWallet().address], undefined, foreign)).rejects.toThrow("not the approver");
});

test("the faucet pays up to its threshold and passes over the others", async () => {
  const { client, account } = bench.chain;
  const { faucet: address } = bench.contracts;
  const poor = newWallet().address;
  const call = { address, abi: faucetAbi, functionName: "faucet", args: [[poor, account]] };
  const { logs } = await send(operator("faucetCaller"), call);
  expect(parseEventLogs({ abi: faucetAbi, logs }).map(({ args }) => args.wallet)).toEqual([poor]);
  expect(await client.getBalance({ address: poor })).toBe(parseEther("0.01"));
  await expect(send(operator("autoInvest"), call)).rejects.toThrow("not allowed");
});

test("invest says what could be taken, takes it, and stops for none", async () => {
  const { client, account } = bench.chain;
  const { invest, campaign, openCampaign, stablecoin } = bench.contracts;
  const investor = newWallet().address;
  await client.setBalance({ address: investor, value: parseEther("1") });
  const coin = { address: stablecoin, abi: stablecoinAbi };
  await send(account, { ...coin, functionName: "mint", args: [investor, 500_000_000n] });
  for (const to of [campaign, openCampaign]) {
    await send(investor, { ...coin, functionName: "approve", args: [to, 300_000_000n] });
  }
  const asked = [campaign, openCampaign].map((to) => ({ investor, campaign: to, amount: 7n }));
  const call = { address: invest, abi: investAbi, functionName: "getStatus", args: [asked] } as const;
  const statuses = await client.readContract(call);
  expect(statuses.map(({ amount, readyToInvest }) => [amount, readyToInvest])).toEqual([
    [300_000_000n, false],
    [300_000_000n, true],
  ]);
  const wanted = statuses.map(({ amount, ...one }) => ({ ...one, amount }));
  const { logs } = await send(operator("autoInvest"), { ...call, functionName: "investFor", args: [wanted] });
  const events = parseEventLogs({ abi: investAbi, eventName: "InvestFor", logs });
  expect(events.map(({ args }) => args.successful)).toEqual([false, true]);
  const invested = { abi: campaignAbi, functionName: "investmentOf", args: [investor] } as const;
  expect(await client.readContract({ ...invested, address: openCampaign })).toBe(300_000_000n);
  expect(await client.readContract({ ...invested, address: campaign })).toBe(0n);
});
