export type WalletProblem =
  | "rejected"
  | "pending"
  | "locked"
  | "unknown-network"
  | "gone"
  | "unsupported"
  | "unknown";

/** Codes of EIP-1193, EIP-1474, EIP-3085 and WalletConnect. */
const BY_CODE: Record<number, WalletProblem> = {
  4001: "rejected",
  5000: "rejected",
  5002: "rejected",
  [-32002]: "pending",
  4100: "locked",
  4902: "unknown-network",
  4900: "gone",
  4901: "gone",
  4200: "unsupported",
  [-32601]: "unsupported",
};

const BY_NAME: Record<string, WalletProblem> = {
  ProviderNotFoundError: "gone",
  ConnectorNotFoundError: "gone",
  ConnectorNotConnectedError: "gone",
  SwitchChainNotSupportedError: "unsupported",
};

/** What a wallet's refusal means for the person. Libraries wrap the wallet's own answer, so every cause is looked at. */
export function walletProblem(error: unknown): WalletProblem {
  for (let one = error; one instanceof Object; one = "cause" in one ? one.cause : undefined) {
    const code = "code" in one ? BY_CODE[Number(one.code)] : undefined;
    const named = "name" in one ? BY_NAME[String(one.name)] : undefined;
    const found = code ?? named;
    if (found) return found;
  }
  return "unknown";
}
