import {
  BaseError,
  createPublicClient,
  type Hex,
  HttpRequestError,
  hashMessage,
  http,
  isAddressEqual,
  isHex,
  keccak256,
  type PublicClient,
  parseAbi,
  recoverMessageAddress,
  TimeoutError,
  toBytes,
} from "viem";
import { rpcUrlOf } from "./chain-node";

/** `unknown`: it may be a contract's, and nobody here can ask its chain. */
export type SignatureCheck = "key" | "contract" | "wrong" | "unknown";

interface Question {
  address: string;
  chainId: number;
  text: string;
  signature: string;
}

const abi = parseAbi(["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"]);
const MAGIC = "0x1626ba7e";
const TIMEOUT_MS = 10_000;
/** No wallet's signature is longer; it goes to the chain's node. */
const MAX_LENGTH = 65_536;

/** Whether it may be a key's: 65 bytes. */
export const isKeyLong = (signature: string): boolean => signature.length === 132;

/** Whether the wallet signed the text: by its own key, else as a contract on its chain (EIP-1271, ERC-6492). */
export async function checkSignature(question: Question): Promise<SignatureCheck> {
  const { address, chainId, text, signature } = question;
  if (!isHex(signature) || signature.length % 2 !== 0 || signature.length > MAX_LENGTH) return "wrong";
  if (await isKeySignature(address as Hex, text, signature)) return "key";
  const rpcUrl = rpcUrlOf(chainId);
  if (rpcUrl === null) return "unknown";
  return isContractSignature(rpcUrl, { address: address as Hex, text, signature });
}

async function isKeySignature(address: Hex, message: string, signature: Hex): Promise<boolean> {
  if (!isKeyLong(signature)) return false;
  try {
    return isAddressEqual(await recoverMessageAddress({ message, signature }), address);
  } catch {
    return false;
  }
}

/** Wallets differ in the digest they sign, so both are asked for; a node that fails is no answer. */
async function isContractSignature(
  rpcUrl: string,
  { address, text, signature }: { address: Hex; text: string; signature: Hex },
): Promise<SignatureCheck> {
  const client = createPublicClient({
    // the address is the caller's: its contract could have this server fetch any URL (CCIP-Read)
    ccipRead: false,
    transport: http(rpcUrl, { timeout: TIMEOUT_MS, retryCount: 0 }),
  });
  try {
    const code = await client.getCode({ address });
    const isDeployed = code !== undefined && code !== "0x";
    for (const hash of [hashMessage(text), keccak256(toBytes(text))]) {
      const isValid = isDeployed
        ? await saysYes(client, { address, hash, signature })
        : await client.verifyHash({ address, hash, signature });
      if (isValid) return "contract";
    }
    return "wrong";
  } catch {
    return "unknown";
  }
}

/** A revert and an answer that is no word are a no. @throws when the node did not answer */
async function saysYes(
  client: PublicClient,
  { address, hash, signature }: { address: Hex; hash: Hex; signature: Hex },
): Promise<boolean> {
  try {
    const args = [hash, signature] as const;
    return (await client.readContract({ address, abi, functionName: "isValidSignature", args })) === MAGIC;
  } catch (error) {
    const isAway =
      error instanceof BaseError &&
      error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError) !== null;
    if (isAway) throw error;
    return false;
  }
}
