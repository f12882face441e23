import type { TextRequest } from "@/lib/contracts/identity/login";
import { businessError } from "../errors";
import type { Identity } from "../service";

const ADDRESS = /^0x[0-9a-f]{40}$/;

/**
 * For which page and chain an EIP-4361 text is asked; null when the original's text is wanted.
 * @throws Refusal 0211 when such a text cannot be made
 */
export function structureOf(
  { config, fixes }: Identity,
  { address, format, origin, chainId }: TextRequest,
  /** Header of a browser: it never lies about the page. */
  browserOrigin: string | null,
): { origin: string; chainId: bigint } | null {
  if (!fixes.structuredTexts || format === undefined || format === null) return null;
  if (format !== "eip4361") throw businessError("0211", "The only format is eip4361");
  if (!ADDRESS.test(address.toLowerCase())) throw businessError("0211", "The address is not an address");
  if (!origin || !config.origins.includes(origin)) {
    throw businessError("0211", "The origin is not one of those that may ask for this text");
  }
  if (browserOrigin !== null && browserOrigin !== origin) {
    throw businessError("0211", "The origin is not that of the page");
  }
  if (chainId === null || chainId < 1n || chainId > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw businessError("0211", "The chain id is missing");
  }
  return { origin, chainId };
}
