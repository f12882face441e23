import {
  type Address,
  BaseError,
  encodeDeployData,
  encodeFunctionData,
  erc6492SignatureValidatorAbi,
  erc6492SignatureValidatorByteCode,
  type Hex,
  HttpRequestError,
  hashMessage,
  hexToBigInt,
  isErc6492Signature,
  isHex,
  keccak256,
  type PublicClient,
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
  const ask = identity.fixes.undeployedWallets && isErc6492Signature(signature) ? askUndeployed : askContract;
  for (const text of texts) {
    for (const digest of digestsOf(text, signature, identity.fixes.eitherDigest)) {
      try {
        if (await ask({ client, wallet: to, digest, signature })) return text;
      } catch (error) {
        // a node that does not answer now is not asked for the other texts
        if (isAway(error)) return null;
      }
    }
  }
  return null;
}

interface Asked {
  client: PublicClient;
  wallet: Address;
  digest: Hex;
  signature: Hex;
}

async function askContract({ client, wallet, digest, signature }: Asked): Promise<boolean> {
  const data = encodeFunctionData({ abi, functionName: "isValidSignature", args: [digest, signature] });
  const answer = await client.call({ to: wallet, account: wallet, data });
  return answer.data?.slice(0, MAGIC.length) === MAGIC;
}

/**
 * The signature names the factory that will make the wallet (ERC-6492): within one call, which stores nothing, a
 * validator has it made and asks it then.
 */
async function askUndeployed({ client, wallet, digest, signature }: Asked): Promise<boolean> {
  const data = encodeDeployData({
    abi: erc6492SignatureValidatorAbi,
    bytecode: erc6492SignatureValidatorByteCode,
    args: [wallet, digest, signature],
  });
  const answer = await client.call({ data });
  return answer.data !== undefined && hexToBigInt(answer.data) === 1n;
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
