import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** Whether the long form of a test was asked for. */
export const isFullRun = Boolean(process.env.AMPDESK_TEST_FULL);

/** How much a test does, unless the variable says otherwise. @param whole in its long form */
export const numberOf = (variable: string, usual: number, whole = usual): number =>
  Number(process.env[variable] ?? (isFullRun ? whole : usual));

/** A pattern that chooses among what a test would try; null: the variable is not set. */
export const patternOf = (variable: string): RegExp | null =>
  process.env[variable] ? new RegExp(process.env[variable]) : null;

/**
 * What a generated test is made from: the variable, to repeat a run; another seed each time in the long form, which looks for
 * what nobody thought of; always the same in `npm test`, which decides whether a change lands.
 */
export const seedOf = (variable: string): number => numberOf(variable, 20_261_122, Date.now() % 1_000_000);

/** JSON as it came over the wire: a test looks into it freely and says by its expectations what it is. */
// biome-ignore lint/suspicious/noExplicitAny: with `unknown` each field that a test looks at would want a cast
export type Wire = any;

/** How a request ends instead of well. */
export type Fault =
  /** The other side never hears of it. */
  | "cut-before"
  /** The other side carries it out, and its answer is lost. */
  | "cut-after"
  /** 502 in front of the other side, which never hears of it. */
  | "bad-gateway"
  /** A clear no, in AMP's form; nothing was done. */
  | "refused";

export interface ProxiedRequest {
  method: string;
  /** Path and query. */
  path: string;
  body: string;
}

export type Matcher = (request: ProxiedRequest) => boolean;

export interface FaultyProxy {
  url: string;
  /** Every request that arrived, faults included, oldest first. */
  readonly seen: ProxiedRequest[];
  /** The next `times` requests that match end in this fault; `meanwhile` runs in the moment before the caller notices. */
  fail(matches: Matcher, fault: Fault, times?: number, meanwhile?: () => void | Promise<void>): void;
  /** Ends all faults. */
  heal(): void;
  /** From now on it stands in front of another. */
  moveTo(target: string): void;
  stop(): Promise<void>;
}

const JSON_TYPE = { "content-type": "application/json" };

interface Rule {
  matches: Matcher;
  fault: Fault;
  left: number;
  meanwhile: () => void | Promise<void>;
}

/** Stands in front of `firstTarget` on a free port and passes everything on, except what it was told to break. */
export async function startFaultyProxy(firstTarget: string): Promise<FaultyProxy> {
  let target = firstTarget;
  const seen: ProxiedRequest[] = [];
  let rules: Rule[] = [];
  const ruleFor = (request: ProxiedRequest): Rule | undefined => {
    const rule = rules.find((candidate) => candidate.left > 0 && candidate.matches(request));
    if (rule) rule.left -= 1;
    return rule;
  };
  const server = createServer(async (incoming, answer) => {
    const request = await readRequest(incoming);
    seen.push(request);
    const rule = ruleFor(request);
    const isHeard = !rule || rule.fault === "cut-after";
    // Nobody listens there: the caller's connection is cut as well.
    const response = isHeard ? await forward(target, incoming, request).catch(() => null) : null;
    await rule?.meanwhile();
    if (rule?.fault === "refused") return void answer.writeHead(400, JSON_TYPE).end('{"error":"Not now."}');
    if (rule?.fault === "bad-gateway") return void answer.writeHead(502).end("<html>Bad Gateway</html>");
    if (rule || !response) return void incoming.socket.destroy();
    await passBack(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    fail: (matches, fault, times = Number.POSITIVE_INFINITY, meanwhile = () => {}) =>
      rules.push({ matches, fault, left: times, meanwhile }),
    heal: () => {
      rules = [];
    },
    moveTo: (other) => {
      target = other;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<ProxiedRequest> {
  const { method = "GET", url = "/" } = incoming;
  return { method, path: url, body: (await buffer(incoming)).toString() };
}

function forward(target: string, { headers }: IncomingMessage, { method, path, body }: ProxiedRequest) {
  const passed = new Headers();
  for (const name of ["authorization", "content-type", "accept"]) {
    const value = headers[name];
    if (typeof value === "string") passed.set(name, value);
  }
  return fetch(target + path, { method, headers: passed, body: body || null, redirect: "manual" });
}

async function passBack(response: Response, answer: ServerResponse): Promise<void> {
  answer.writeHead(response.status, { "content-type": response.headers.get("content-type") ?? "text/plain" });
  answer.end(Buffer.from(await response.arrayBuffer()));
}
