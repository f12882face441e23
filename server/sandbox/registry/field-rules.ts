import { fromHex } from "../ledger/bytes";
import type { Zkp } from "../ledger/zkp";
import type { AssetFields } from "./contract";

const MAX_PRECISION = 8;
const NAME = /^\p{ASCII}{1,255}$/u;
const TICKER = /^[a-zA-Z0-9.-]{3,24}$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** @returns what is wrong with the fields, in the registry's words; null when they are right */
export function fieldProblem(zkp: Zkp, fields: AssetFields): string | null {
  if (fields.version !== 0) return "unknown `version`";
  if (fields.precision > MAX_PRECISION) return "`precision` out of range";
  if (!NAME.test(fields.name)) return "invalid `name`";
  if (fields.ticker !== null && !TICKER.test(fields.ticker)) return "invalid `ticker`";
  const key = pubkeyProblem(zkp, fields.issuerPubkey);
  if (key) return `invalid \`issuer_pubkey\`: ${key}`;
  const domain = domainProblem(fields.domain);
  return domain && `invalid \`entity\` domain name: ${domain}`;
}

function pubkeyProblem(zkp: Zkp, text: string): string | null {
  if (!/^(?:[0-9a-fA-F]{2})+$/.test(text)) return "not hexadecimal";
  return isPoint(zkp, fromHex(text)) ? null : "malformed public key";
}

function isPoint(zkp: Zkp, bytes: Buffer): boolean {
  return (bytes.length === 33 || bytes.length === 65) && zkp.ecc.isPoint(bytes);
}

/** @returns what is wrong with a domain name; null for one the registry takes */
export function domainProblem(domain: string): string | null {
  if (domain.length === 0 || domain.length > 255) return "must have 1 to 255 characters";
  if (domain.startsWith(".")) return "must not begin with a dot";
  if (!/^[\x21-\x7e]+$/.test(domain)) return "must be ASCII, in punycode where needed";
  if (domain !== domain.toLowerCase()) return "must be lower case";
  const labels = domain.split(".");
  if (labels.length < 2 || labels.length > 127) return "must have 2 to 127 labels";
  if (!labels.every((label) => LABEL.test(label))) return "labels hold letters, digits and inner hyphens";
  return /^\d+$/.test(labels.at(-1) ?? "") ? "the last label must not be a number" : null;
}
