import {
  type Address,
  BaseError,
  encodeFunctionData,
  type Hex,
  HttpRequestError,
  hashMessage,
  isHex,
  keccak256,
  parseAbi,
  TimeoutError,
  toBytes,
} from "viem";
import { log } from "@/server/platform/log";
import type { Identity } from "../service";

const abi = parseAbi(["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"]);
const MAGIC = "0x1626ba7e";
const ON_CHAIN = "0x";
const ADDRESS = /^0x[0-9a-f]{40}$/;

/** No wallet's signature is longer; it goes to the chain's node once for each text and digest. */
const MAX_LENGTH = 65_536;

interface Question {
  /** Lower case. */
  wallet: string;
  texts: readonly string[];
  signature: string;
  chainId: bigint;
}

/**
 * The first of the texts that the contract at `wallet` says it signed (EIP-1271), or null. Without a signature it is
 * asked for the digest that wallets approve on the chain, EIP-191's; with one for the bare digest, and while that fix is
 * on for both. A revert, an empty answer and a node that fails are all a no.
 * @throws Refusal 0401, 0402 for a chain that cannot be used
 */
export async function findTextOfContract(identity: Identity, question: Question): Promise<string | null> {
  const { wallet, texts, signature, chainId } = question;
  const client = identity.chains.client(chainId);
  const isEven = isHex(signature) && signature.length % 2 === 0;
  if (!ADDRESS.test(wallet) || !isEven || signature.length > MAX_LENGTH) return null;
  const to = wallet as Address;
  for (const text of texts) {
    for (const digest of digestsOf(text, signature, identity.fixes.eitherDigest)) {
      const data = encodeFunctionData({ abi, functionName: "isValidSignature", args: [digest, signature] });
      try {
        const answer = await client.call({ to, account: to, data });
        if (answer.data?.slice(0, MAGIC.length) === MAGIC) return text;
      } catch (error) {
        // a node that does not answer now is not asked for the other texts
        if (isAway(error)) return null;
      }
    }
  }
  return null;
}

const isAway = (error: unknown): boolean => {
  if (!(error instanceof BaseError)) return true;
  const found = error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError);
  if (found) log.warn("identity.chain-away", { kind: found.name });
  return found !== null;
};

function digestsOf(text: string, signature: string, takesEither: boolean): Hex[] {
  const bare = keccak256(toBytes(text));
  const prefixed = hashMessage(text);
  if (takesEither) return signature === ON_CHAIN ? [prefixed, bare] : [bare, prefixed];
  return signature === ON_CHAIN ? [prefixed] : [bare];
}
