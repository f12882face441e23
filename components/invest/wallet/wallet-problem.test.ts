import { ResourceUnavailableRpcError, SwitchChainError, UserRejectedRequestError } from "viem";
import { describe, expect, it } from "vitest";
import { ProviderNotFoundError } from "wagmi";
import { walletText } from "@/lib/messages/invest-wallet";
import { walletProblem } from "./wallet-problem";

const coded = (code: number | string) => Object.assign(new Error("no"), { code });

describe("a wallet's refusal", () => {
  it.each([
    ["a declined signature", new UserRejectedRequestError(coded(4001)), "rejected"],
    ["a bare object", { code: 4001, message: "User rejected the request." }, "rejected"],
    ["a declined pairing", coded(5000), "rejected"],
    ["a request that waits", new ResourceUnavailableRpcError(coded(-32002)), "pending"],
    ["a locked wallet", coded(4100), "locked"],
    ["a network the wallet lacks", new SwitchChainError(coded(4902)), "unknown-network"],
    ["a wallet without a provider", new ProviderNotFoundError(), "gone"],
    ["a wallet that cannot sign", coded(4200), "unsupported"],
    ["an error inside an error", new Error("outer", { cause: coded(4001) }), "rejected"],
    ["anything else", new Error("boom"), "unknown"],
    ["nothing at all", undefined, "unknown"],
  ] as const)("knows %s", (_, error, problem) => {
    expect(walletProblem(error)).toBe(problem);
    expect(walletText.problems[problem].text).toMatch(/\.$/);
  });
});
