import { randomUUID } from "node:crypto";
import { listen } from "@/server/platform/listen";
import type { Wire } from "@/server/platform/testing";
import type { VeriffConfig } from "../config";
import { type Answer, signIn, type TestIdentity } from "../testing";
import { signHmac, signLegacy } from "./signature";

export const API_KEY = "a2b3005f-e324-4e7e-a328-4aecd11a091b";
export const SECRET = "6ea8794d-ea16-4272-b309-0ce291b1155b";

export interface SessionCall {
  path: string;
  headers: Headers;
  /** As it arrived. */
  text: string;
  verification: Wire;
}

/** How it answers a wallet: with a session, with an error, with one that lacks a field, or not at all. */
type Manner = "well" | "error" | "short" | "never";

export interface VeriffDouble {
  config: VeriffConfig;
  /** Calls for this wallet, oldest first. */
  callsOf(address: string): SessionCall[];
  answer(address: string, manner: Manner): void;
  stop(): Promise<void>;
}

/** What the service knows of Veriff, on a free port. */
export async function startVeriffDouble(): Promise<VeriffDouble> {
  const calls: SessionCall[] = [];
  const manners = new Map<string, Manner>();
  const handler = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const { verification } = JSON.parse(text);
    calls.push({ path: new URL(request.url).pathname, headers: request.headers, text, verification });
    return reply(manners.get(verification.vendorData) ?? "well", verification.vendorData);
  };
  const server = await listen("127.0.0.1", 0, () => handler, { starting: () => new Response() });
  const baseUrl = `http://127.0.0.1:${server.port}`;
  return {
    config: { apiKey: API_KEY, privateKey: SECRET, baseUrl, timeoutMs: 10_000 },
    callsOf: (address) => calls.filter(({ verification }) => verification.vendorData === address),
    answer: (address, manner) => void manners.set(address, manner),
    stop: () => server.close(0),
  };
}

async function reply(manner: Manner, vendorData: string): Promise<Response> {
  if (manner === "never") return new Promise(() => {});
  if (manner === "error") return Response.json({ status: "fail" }, { status: 500 });
  const id = randomUUID();
  const made = { id, url: `https://veriff.example/v/${id}`, vendorData, host: "https://veriff.example" };
  const whole = { ...made, status: "created", sessionToken: "token" };
  const verification = manner === "short" ? { ...whole, sessionToken: null } : whole;
  return Response.json({ status: "success", verification }, { status: 201 });
}

type Proof = "legacy" | "hmac" | "both";

/** A webhook as Veriff sends it. */
export function deliver(
  bench: TestIdentity,
  kind: "event" | "decision",
  body: unknown,
  proof: Proof = "legacy",
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signatures = {
    ...(proof === "hmac" ? {} : { "x-signature": signLegacy(text, SECRET) }),
    ...(proof === "legacy" ? {} : { "x-hmac-signature": signHmac(text, SECRET) }),
  };
  return bench.call(`POST /veriff/webhook/${kind}`, {
    body: text,
    headers: { "x-auth-client": API_KEY, ...signatures, ...headers },
  });
}

export const event = (id: string, action: string, attemptId: string = randomUUID()) => ({
  ...{ id, attemptId, feature: "selfid", action, vendorData: null },
  code: action === "started" ? 7001 : 7002,
});

/** The event that the original's documentation shows, in the bytes that were signed with the secret above. */
export const DOC_EVENT = {
  body: `${JSON.stringify(
    {
      id: "cbb238c6-51a0-482b-bd1a-42a2e0b0ff1c",
      ...{ code: 7001, action: "submitted", feature: "selfid" },
      attemptId: "fa3316d6-0222-407e-927d-e75545a11ce6",
      vendorData: "2652972e-2dfd-428a-93b9-3b283a0a754c",
    },
    null,
    2,
  )}\n`,
  legacy: "bf3da6e9aa47e6be208fec283097a5bcbdb2066dcb58f0d7c9879637700f013f",
  hmac: "b852ddacf0f8314d9d30d66e4856fbc046f6e6ff99232b1b6fe6d4e8cfb54a4d",
};

const CODES: Record<string, number> = {
  approved: 9001,
  declined: 9102,
  resubmission_requested: 9103,
  expired: 9104,
  abandoned: 9104,
  review: 9121,
};

export const PERSON = {
  ...{ firstName: "Nora", lastName: "Sample", idNumber: "NS-7", dateOfBirth: "1990-02-28" },
  ...{ nationality: "NO", placeOfBirth: "Tromsø", pepSanctionMatch: null as string | null },
  ...{ gender: "F", yearOfBirth: "1990" },
};
export const PASSPORT = {
  ...{ number: "P1234567", type: "PASSPORT", country: "NO" },
  ...{ validFrom: "2020-01-01", validUntil: "2120-01-01" },
};

export interface Said {
  reason?: string | null;
  reasonCode?: number | null;
  decisionTime?: string | null;
  person?: object | null;
  document?: object | null;
  riskLabels?: object[];
}

/** A decision as Veriff writes it; of an approval the person and the document stand in it. */
export function decision(id: string, status: string, vendorData: string | null, said: Said = {}) {
  const isApproved = status === "approved";
  return {
    status: "success",
    verification: {
      ...{ id, status, code: CODES[status] ?? 9999, vendorData, reason: null, reasonCode: null },
      person: isApproved ? PERSON : null,
      document: isApproved ? PASSPORT : null,
      ...{ decisionTime: null, acceptanceTime: "2026-01-01T09:00:00.000Z", comments: [] },
      ...{ additionalVerifiedData: {}, riskLabels: [] as object[], ...said },
    },
    technicalData: { ip: "192.0.2.7" },
  };
}

/** A signed-in wallet with a session at Veriff. */
export async function openSession(bench: TestIdentity) {
  const { accessToken: bearer, address, wallet } = await signIn(bench);
  const answer = await bench.call("POST /veriff/session", { bearer });
  const url: string = answer.body.verification_url;
  return { bearer, address, wallet, url, id: url.slice(url.lastIndexOf("/") + 1), answer };
}
