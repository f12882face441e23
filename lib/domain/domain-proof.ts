/** The file by which an issuer's domain vouches for an asset, and what is wrong with the one that was found. */

export const proofFileName = (assetId: string): string => `liquid-asset-proof-${assetId}`;

export const proofText = (domain: string, assetId: string): string =>
  `Authorize linking the domain name ${domain} to the Liquid asset ${assetId}`;

export const proofPath = (assetId: string): string => `/.well-known/${proofFileName(assetId)}`;

export const proofUrl = (domain: string, assetId: string): string => `https://${domain}${proofPath(assetId)}`;

/**
 * Where a sandbox's issuer has a web site.
 * @param template with {domain} in it
 * @returns whether the operator chose the host; one that the asset's domain decides is anybody's
 */
export function playedSite(template: string, domain: string): { url: string; isTrusted: boolean } {
  const filled = (name: string) => template.replaceAll("{domain}", name).replace(/\/+$/, "");
  const [one, other] = ["one.example", "two.example"].map((name) => new URL(filled(name)).host);
  return { url: filled(domain), isTrusted: one === other };
}

/** What makes a file differ from the text that the registry wants. */
export type ProofFault =
  | "empty"
  | "bom"
  | "utf-16"
  | "html"
  | "leading-space"
  | "line-break"
  | "letter-case"
  | "surrounded"
  | "other-asset"
  | "other-domain"
  | "content";

/** A few bytes around the first one that differs. */
export interface ByteWindow {
  hex: string;
  /** The same bytes as text; what is not printable is a dot. */
  text: string;
}

export interface ProofComparison {
  /** null: the registry accepts it. */
  fault: ProofFault | null;
  /** The registry ignores white space at the end. */
  hasTrailingSpace: boolean;
  /** Where the bytes differ first; null when they do not. */
  difference: { offset: number; expected: ByteWindow; found: ByteWindow } | null;
}

/** Why a page could not be read at all. */
export type FetchProblem =
  | "unknown-host"
  | "private-address"
  | "refused"
  | "certificate"
  | "timeout"
  | "too-large"
  | "failed";

/** One look at the domain's file. */
export type ProofCheck = { url: string; checkedAt: Date } & (
  | { outcome: "unreadable"; problem: FetchProblem }
  | { outcome: "redirect"; status: number; location: string | null }
  | { outcome: "status"; status: number }
  | { outcome: "found"; contentType: string | null; sizeBytes: number; comparison: ProofComparison }
);

export const isAccepted = (check: ProofCheck): boolean =>
  check.outcome === "found" && check.comparison.fault === null;

const WINDOW_BYTES = 12;
/** What the registry's language counts as white space; unlike JavaScript's, the byte order mark is not among it. */
const TRAILING = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/;

/** Compares a file, byte by byte, with what the registry wants to read in it. */
export function compareProof(found: Uint8Array, domain: string, assetId: string): ProofComparison {
  const wanted = proofText(domain, assetId);
  const text = decode(found);
  const kept = text.replace(TRAILING, "");
  const hasTrailingSpace = kept.length < text.length;
  if (kept === wanted && !isBroken(found)) return { fault: null, hasTrailingSpace, difference: null };
  return {
    fault: faultOf(found, kept, wanted, { domain, assetId }),
    hasTrailingSpace,
    difference: differenceOf(new TextEncoder().encode(wanted), found),
  };
}

// A byte order mark is kept: it is one of the faults looked for.
const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** Bytes that are no UTF-8 decode to U+FFFD, which the wanted text never holds. */
const isBroken = (bytes: Uint8Array) => decode(bytes).includes("\ufffd");

function faultOf(
  found: Uint8Array,
  kept: string,
  wanted: string,
  { domain, assetId }: { domain: string; assetId: string },
): ProofFault {
  if (kept === "") return "empty";
  if (startsWith(found, [0xef, 0xbb, 0xbf])) return "bom";
  if (startsWith(found, [0xff, 0xfe]) || startsWith(found, [0xfe, 0xff])) return "utf-16";
  if (kept.trimStart() === wanted) return "leading-space";
  if (kept.trimStart().startsWith("<")) return "html";
  if (kept.replace(/[\t-\r ]+/g, " ").trimStart() === wanted) return "line-break";
  if (kept.toLowerCase() === wanted.toLowerCase()) return "letter-case";
  if (kept.includes(wanted)) return "surrounded";
  const named = /domain name (\S+) to the Liquid asset ([0-9a-f]{64})/i.exec(kept);
  if (named && named[2]?.toLowerCase() !== assetId) return "other-asset";
  if (named && named[1]?.toLowerCase() !== domain) return "other-domain";
  return "content";
}

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

function differenceOf(expected: Uint8Array, found: Uint8Array): NonNullable<ProofComparison["difference"]> {
  let offset = 0;
  while (offset < expected.length && expected[offset] === found[offset]) offset += 1;
  return { offset, expected: windowAt(expected, offset), found: windowAt(found, offset) };
}

function windowAt(bytes: Uint8Array, offset: number): ByteWindow {
  const part = [...bytes.slice(offset, offset + WINDOW_BYTES)];
  return {
    hex: part.map((byte) => byte.toString(16).padStart(2, "0")).join(" "),
    text: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join(""),
  };
}
