import type { PrivateKeyAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Investor } from "@/lib/domain/investor";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { newWallet, startTestIdentity, type TestIdentity } from "@/server/identity/testing";
import { startVeriffDouble } from "@/server/identity/veriff/double-testing";
import { turnClock } from "@/server/platform/clock";
import { listen } from "@/server/platform/listen";
import { finishSignIn, startSignIn } from "@/server/services/invest-sign-in";
import { findPortalSession } from "./session-store";

/** What stands between the desk and the service: counts, and can fail. */
export interface Gate {
  /** `METHOD /path` of every call since the last look. */
  calls: string[];
  state: "open" | "failing" | "strange";
  /** Which service answers. */
  target: TestIdentity;
  /** A call that the service answers with 403. */
  refused: string | null;
  /** What happens while a call is on its way. */
  meanwhile: ((call: string) => Promise<unknown>) | null;
}

export interface PortalBench {
  desk: TestDesk;
  /** The built-in service's way. */
  ours: TestIdentity;
  /** A service of another hand: the original's wire, and none of our routes. */
  older: TestIdentity;
  gate: Gate;
  stop(): Promise<void>;
}

export const ORIGIN = "https://portal.example";

/** A desk whose identity service is met over HTTP, in both forms. Needs TEST_DATABASE_URL. */
export async function startPortalBench(env: Record<string, string> = {}): Promise<PortalBench> {
  const veriff = await startVeriffDouble();
  const config = { veriff: veriff.config, testKyc: true };
  const ours = await startTestIdentity("default", { ...config, origins: [ORIGIN] });
  const older = await startTestIdentity("strict", config);
  const gate: Gate = { calls: [], state: "open", target: ours, refused: null, meanwhile: null };
  const server = await listen("127.0.0.1", 0, () => pass(gate), { starting: () => new Response() });
  const url = `http://127.0.0.1:${server.port}`;
  const desk = await openTestDesk({ IDENTITY_URL: url, AMPDESK_URL: `${ORIGIN}/`, ...env });
  return {
    ...{ desk, ours, older, gate },
    stop: async () => {
      await server.close(0);
      await Promise.all([desk.close(), ours.stop(), older.stop(), veriff.stop()]);
    },
  };
}

/** The same for all tests of a file; each begins with the gate open, before our own service. */
export function sharedPortalBench(env: Record<string, string> = {}): PortalBench {
  const bench = {} as PortalBench;
  beforeAll(async () => {
    Object.assign(bench, await startPortalBench(env));
  });
  afterAll(() => bench.stop?.());
  beforeEach(() => {
    Object.assign(bench.gate, { calls: [], state: "open", target: bench.ours });
  });
  afterEach(() => turnClock(0));
  return bench;
}

const pass = (gate: Gate) => async (request: Request) => {
  const { pathname, search } = new URL(request.url);
  const call = `${request.method} ${pathname}`;
  gate.calls.push(call);
  await gate.meanwhile?.(call);
  if (gate.refused === call) return new Response(null, { status: 403 });
  if (gate.state === "failing") return new Response("out of order", { status: 503 });
  if (gate.state === "strange") return new Response("<html>of another service</html>");
  const body = request.method === "GET" ? null : await request.text();
  const { headers, method } = request;
  return fetch(`${gate.target.url}${pathname}${search}`, { method, headers, body });
};

export interface Browser {
  wallet: PrivateKeyAccount;
  /** The session's secret, as the cookie would have it. */
  secret: string;
  /** What a request of this browser comes with now. */
  investor(): Promise<Investor>;
}

interface SignInOptions {
  wallet?: PrivateKeyAccount;
  issuer?: string;
}

/** Asks for the text, signs it and signs in. */
export async function signInBrowser({ wallet = newWallet(), issuer }: SignInOptions = {}): Promise<Browser> {
  const started = await startSignIn({ address: wallet.address, chainId: 31337, issuer, forwardedFor: null });
  const signature = await wallet.signMessage({ message: started.text });
  const { secret } = await finishSignIn({ attempt: started.secret, signature, forwardedFor: null });
  return {
    ...{ wallet, secret },
    investor: async () => {
      const session = await findPortalSession(secret);
      if (!session) throw new Error("The session has ended.");
      return { ...session, forwardedFor: null };
    },
  };
}

export const isAlive = async (secret: string): Promise<boolean> => (await findPortalSession(secret)) !== null;
