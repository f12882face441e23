import { z } from "zod";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { LedgerError } from "../ledger/port";

/** Where the node is whose chain AMP follows. */
export interface FollowedAddress {
  /** http://host:port, without credentials, a wallet's path and a slash at its end. */
  url: string;
  user: string;
  password: string;
  /** The wallet that AMP keeps on that node: holders' addresses, and L-BTC for issuances. */
  wallet: string;
}

/**
 * The parts of a node's address as it is configured: credentials may stand in the URL, a path to a wallet is left out.
 * @returns null where the credentials are nowhere
 */
export function readAddress(given: {
  url: string;
  user?: string | undefined;
  password?: string | undefined;
}): Omit<FollowedAddress, "wallet"> | null {
  const { origin, pathname, username, password: secret } = new URL(given.url);
  const user = given.user || decodeURIComponent(username);
  const password = given.password || decodeURIComponent(secret);
  if (!user || !password) return null;
  return { url: `${origin}${pathname.replace(/\/(wallet\/.*)?$/, "")}`, user, password };
}

/** The node's refusal of one call, with its error code. */
export class NodeRefusal extends LedgerError {
  constructor(
    readonly rpcCode: number,
    message: string,
  ) {
    super("unknown", message);
  }
}

export interface FollowedNode {
  readonly wallet: string;
  /** A method of the node as a whole. @throws NodeRefusal, or LedgerError when it does not answer */
  ofNode: Call;
  /** A method of AMP's wallet. @throws the same */
  ofWallet: Call;
}

type Call = <S extends z.ZodType>(method: string, params: unknown[], returns: S) => Promise<z.output<S>>;

const TIMEOUT_MS = 30_000;

const Envelope = z.object({
  result: z.unknown(),
  error: z.object({ code: z.int(), message: z.string() }).nullish(),
});

/** JSON-RPC 1.0 over HTTP; no call is ever repeated. Amounts pass digit by digit. */
export function connectNode({ url, user, password, wallet }: FollowedAddress): FollowedNode {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  let nextId = 1;
  const callAt =
    (address: string): Call =>
    async (method, params, returns) => {
      const body = printExactJson({ jsonrpc: "1.0", id: nextId++, method, params });
      const { status, text } = await post(address, authorization, body);
      if (status === 401 || status === 403) throw away("does not accept the credentials");
      const envelope = readEnvelope(text);
      if (!envelope) throw away(`answered ${method} with HTTP ${status} and no JSON-RPC`);
      if (envelope.error) throw new NodeRefusal(envelope.error.code, envelope.error.message);
      const parsed = z.safeDecode(returns, envelope.result as never);
      if (parsed.success) return parsed.data;
      throw away(
        `answered ${method} unexpectedly at ${parsed.error.issues[0]?.path.join(".") || "the whole"}`,
      );
    };
  return {
    wallet,
    ofNode: callAt(`${url}/`),
    ofWallet: callAt(`${url}/wallet/${encodeURIComponent(wallet)}`),
  };
}

const away = (what: string) => new LedgerError("unknown", `The Elements node that AMP follows ${what}.`);

async function post(address: string, authorization: string, body: string) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    throw away("does not answer");
  }
}

function readEnvelope(text: string) {
  try {
    return Envelope.parse(parseExactJson(text));
  } catch {
    return null;
  }
}
