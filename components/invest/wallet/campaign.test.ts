import { createClient, custom, decodeFunctionData, erc20Abi, getAddress, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { approvalsFor, type Campaign } from "./campaign";

const OWNER = "0x00000000000000000000000000000000000000aa";
const campaign = (allowance: bigint): Campaign => ({
  ...{ chainId: 31337, address: "0x00000000000000000000000000000000000000cc", symbol: "EUR", decimals: 6 },
  ...{ coin: "0x00000000000000000000000000000000000000e1", balance: 100n, allowance },
});

/** A wallet whose coin takes, or refuses, to be tried out; `tried` are the calls. */
function wallet(takes: boolean) {
  const tried: { to: string; call: unknown }[] = [];
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method !== "eth_estimateGas") throw new Error(`asked for ${method}`);
    const [{ to, data }] = params as [{ to: string; data: Hex }];
    tried.push({ to, call: decodeFunctionData({ abi: erc20Abi, data }) });
    if (!takes) throw Object.assign(new Error("reverted"), { code: 3 });
    return "0xb000";
  };
  return { client: createClient({ transport: custom({ request }, { retryCount: 0 }) }), tried };
}

describe("what the wallet is asked to approve", () => {
  it.each([
    ["nothing", 0n, [10n]],
    ["too little", 9n, [10n]],
    ["as much", 10n, []],
    ["more", 11n, []],
  ])("is right when %s is allowed already", async (_, allowance, asked) => {
    expect(await approvalsFor(wallet(true).client, campaign(allowance), OWNER, 10n)).toEqual(asked);
  });

  it("is 0 first when the coin refuses to change a permission", async () => {
    const { client, tried } = wallet(false);
    expect(await approvalsFor(client, campaign(9n), OWNER, 10n)).toEqual([0n, 10n]);
    const { address, coin } = campaign(9n);
    const args = [getAddress(address), 10n];
    expect(tried).toEqual([{ to: coin, call: { functionName: "approve", args } }]);
  });
});
