import { parse } from "lossless-json";
import type { Wire } from "@/server/platform/testing";
import { send } from "./testing-wire";

/** A JSON number with a fraction or an exponent, as Python reads it; the digits as they stood are gone. */
export class PythonFloat {
  constructor(readonly value: number) {}

  /** Python's shortest form: 1e-08, 0.0025, 1.0 */
  toString(): string {
    const [digits, power] = this.value.toExponential().split("e").map(String);
    const exponent = Number(power);
    if (this.value !== 0 && (exponent < -4 || exponent >= 16)) {
      const size = String(Math.abs(exponent)).padStart(2, "0");
      return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
    }
    return Number.isInteger(this.value) ? `${this.value}.0` : String(this.value);
  }
}

/** json.loads: whole numbers stay whole, everything else becomes a float. */
export const loads = (text: string): Wire =>
  parse(text, undefined, (digits) => {
    if (!/^-?\d+$/.test(digits)) return new PythonFloat(Number(digits));
    return Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits);
  });

/** json.dumps: `, ` and `: ` between, every character beyond ASCII escaped. */
export function dumps(value: unknown, { item = ", ", key = ": ", sorted = false } = {}): string {
  const dump = (part: unknown) => dumps(part, { item, key, sorted });
  if (value instanceof PythonFloat || typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(dump).join(item)}]`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).filter((name) => (value as Wire)[name] !== undefined);
    if (sorted) names.sort();
    return `{${names.map((name) => `${dump(name)}${key}${dump((value as Wire)[name])}`).join(item)}}`;
  }
  return JSON.stringify(value ?? null).replace(
    /[^\0-\x7f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const HEADERS = {
  "user-agent": "python-requests/2.32.3",
  "accept-encoding": "gzip, deflate",
  accept: "*/*",
};

export interface PythonAnswer {
  status: number;
  text: string;
  /** @throws when the body is no JSON */
  json(): Wire;
}

/**
 * A call of Python's usual HTTP library. A JSON body brings its content type, a form brings the other one; a redirected
 * GET is followed with its headers as long as the host stays.
 */
export async function requests(
  method: string,
  url: string,
  {
    headers = {},
    json,
    form,
  }: { headers?: Record<string, string>; json?: unknown; form?: Record<string, string> } = {},
): Promise<PythonAnswer> {
  const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : dumps(json);
  const type = form ? "application/x-www-form-urlencoded" : "application/json";
  const answer = await send({
    method,
    url,
    headers: { ...HEADERS, ...(body !== undefined && { "content-type": type }), ...headers },
    ...(body !== undefined && { body }),
  });
  const { location } = answer.headers;
  if (method === "GET" && [301, 302].includes(answer.status) && location) {
    return requests(method, new URL(location, url).href, { headers });
  }
  return { status: answer.status, text: answer.text, json: () => loads(answer.text) };
}

/** The same file with something changed in it. */
export function edited(file: string, change: (order: Wire) => void): string {
  const order = loads(file);
  change(order);
  return dumps(order);
}
