import { generateKeyPairSync } from "node:crypto";
import type { Hex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { listen } from "@/server/platform/listen";
import { setLogLevel } from "@/server/platform/log";
import type { Wire } from "@/server/platform/testing";
import { createTestDatabase, dropTestDatabase, type Template } from "@/server/sandbox/testing-database";
import type { IdentityConfig } from "./config";
import { type IdentityDatabase, openIdentityDatabase } from "./db/client";
import type { Mode } from "./fixes";
import { identityHandler } from "./http";
import { createIdentity, type Identity } from "./service";

export const testKeys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const IDENTITY: Template = {
  name: "identity",
  folder: "server/identity/db/migrations",
  fill: async (url) => (await openIdentityDatabase(url)).close(),
};

const CONFIG: Omit<IdentityConfig, "mode"> = {
  fixes: [],
  secretKey: Buffer.alloc(32, 7),
  signingKey: testKeys.privateKey,
  otherPublicKeys: [],
  accessMinutes: 1_440,
  refreshMinutes: 129_600,
  textMinutes: 10,
  allowedOrigins: ["*"],
  trustedProxies: 0,
  limits: null,
  origins: [],
  takesMessages: true,
  veriff: null,
  publicUrl: null,
  acceptedRiskLabels: [],
  onePersonOneWallet: false,
  kycRetentionDays: 0,
  testKyc: false,
  operatorToken: null,
  infuraId: "",
  faucetEnabled: false,
  faucetCooldownHours: 24,
  recaptcha: {
    ...{ isEnabled: false, secret: "", siteKey: null, minimumScore: 0.5, url: "http://127.0.0.1:1" },
    ...{ action: "", hostNames: [] },
  },
  queue: {
    ...{ pollingMs: 20, initialDelayMs: 0, miningPeriodMs: 600_000, maxAddressesPerTask: 10 },
    ...{ triesAtMost: 3, backOffMs: 10_000, gasLimits: { whitelist: 10_000_000n, faucet: 4_000_000n } },
  },
  autoInvestEnabled: false,
  investQueue: {
    ...{ pollingMs: 20, initialDelayMs: 0, miningPeriodMs: 600_000 },
    ...{ timeoutMs: 7 * 86_400_000, gasLimit: 10_000_000n },
  },
  pinata: { jwt: "", url: "http://127.0.0.1:1", maxUses: 10, keysPerDay: 20, keyHours: 24 },
  chains: {},
};

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Wire;
}

export interface CallOptions {
  body?: unknown;
  bearer?: string | undefined;
  headers?: Record<string, string>;
}

export interface TestIdentity {
  url: string;
  mode: Mode;
  identity: Identity;
  database: IdentityDatabase;
  databaseUrl: string;
  /** `request` is a method and a path; a body goes out as JSON. */
  call(request: string, options?: CallOptions): Promise<Answer>;
  /** A second process over the same database. */
  replica(config?: Partial<IdentityConfig>): Promise<TestIdentity>;
  stop(): Promise<void>;
}

/**
 * An identity service of its own on a free port, over a database made for it. Needs TEST_DATABASE_URL.
 * @param connections to the database; with one, whoever wants a second while holding it hangs
 */
export async function startTestIdentity(
  mode: Mode,
  config: Partial<IdentityConfig> = {},
  connections = 10,
): Promise<TestIdentity> {
  setLogLevel("error");
  const databaseUrl = await createTestDatabase(IDENTITY);
  try {
    return await open(databaseUrl, mode, config, connections, () => dropTestDatabase(databaseUrl));
  } catch (error) {
    await dropTestDatabase(databaseUrl);
    throw error;
  }
}

async function open(
  databaseUrl: string,
  mode: Mode,
  config: Partial<IdentityConfig>,
  connections: number,
  after: () => Promise<void> = async () => {},
): Promise<TestIdentity> {
  const database = await openIdentityDatabase(databaseUrl, connections);
  const identity = await createIdentity({ ...CONFIG, mode, ...config }, database);
  const handler = identityHandler(identity);
  const server = await listen("127.0.0.1", 0, () => handler, { starting: () => new Response() });
  const url = `http://127.0.0.1:${server.port}`;
  const replicas: TestIdentity[] = [];
  return {
    ...{ url, mode, identity, database, databaseUrl },
    call: (request, options) => call(url, request, options),
    replica: async (other = {}) => {
      const replica = await open(databaseUrl, mode, { ...config, ...other }, connections);
      replicas.push(replica);
      return replica;
    },
    stop: async () => {
      for (const replica of replicas) await replica.stop();
      await server.close(0);
      await database.close();
      await after();
    },
  };
}

async function call(url: string, request: string, { body, bearer, headers = {} }: CallOptions = {}) {
  const [method = "GET", path = "/"] = request.split(" ");
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = text !== "" && response.headers.get("content-type") === "application/json";
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

export const newWallet = (): PrivateKeyAccount => privateKeyToAccount(generatePrivateKey());

/** The wallet of the original's documentation: public test data. */
export const docWallet = privateKeyToAccount(
  "0xa392604efc2fad9c0b3da43b5f698a2e3f270f170d859912be0d54742275c5f6",
);

export interface SignedIn {
  wallet: PrivateKeyAccount;
  /** Lower case. */
  address: string;
  accessToken: string;
  refreshToken: string;
  answer: Answer;
}

/** Asks for the text, signs it and logs in. */
export async function signIn(bench: TestIdentity, wallet = newWallet()): Promise<SignedIn> {
  const signed = await signText(bench, wallet);
  const answer = await bench.call("POST /authorize/jwt", { body: signed });
  const { access_token: accessToken, refresh_token: refreshToken } = answer.body;
  return { wallet, address: wallet.address.toLowerCase(), accessToken, refreshToken, answer };
}

/** A login's body: a fresh text, signed. */
export async function signText(bench: TestIdentity, wallet: PrivateKeyAccount) {
  const { payload } = (await bench.call("POST /authorize", { body: { address: wallet.address } })).body;
  const signed: Hex = await wallet.signMessage({ message: payload });
  return { address: wallet.address, signed_payload: signed, chain_id: 0 };
}
