import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { credentials, status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { signIn, startTestIdentity, type TestIdentity } from "../testing";
import { makeCertificates } from "./certificates-testing";
import { type RunningGrpc, startGrpc } from "./server";
import { type GrpcSettings, grpcSettings } from "./settings";
import { askUsers } from "./testing";

const TOKEN = "a-token-of-the-platform";
let bench: TestIdentity;
let grpc: RunningGrpc | null = null;

beforeAll(async () => {
  bench = await startTestIdentity("default");
});
afterAll(() => bench?.stop());
afterEach(async () => {
  await grpc?.close();
  grpc = null;
});

async function serve(settings: Partial<GrpcSettings> = {}): Promise<number> {
  const whole = { host: "localhost", port: 0, token: null, tls: null, ...settings };
  grpc = await startGrpc(bench.identity, whole);
  return grpc.port;
}

test("without the token nobody is told anything", async () => {
  const { address } = await signIn(bench);
  const port = await serve({ token: TOKEN });
  for (const token of [undefined, "", "another", `${TOKEN} `]) {
    expect(await askUsers(port, [address], token)).toEqual({ code: status.UNAUTHENTICATED, users: [] });
  }
  expect((await askUsers(port, [address], TOKEN)).users).toHaveLength(1);
});

test("with mutual TLS only a caller of the authority is heard", async () => {
  const { address } = await signIn(bench);
  const { authority, server, client } = makeCertificates();
  const port = await serve({ tls: { ...server, clientAuthority: authority } });
  const mine = credentials.createSsl(authority, client.key, client.certificate);
  expect((await askUsers(port, [address], undefined, mine)).users).toHaveLength(1);
  const stranger = makeCertificates().client;
  const theirs = credentials.createSsl(authority, stranger.key, stranger.certificate);
  for (const channel of [theirs, credentials.createSsl(authority), credentials.createInsecure()]) {
    const { code, users } = await askUsers(port, [address], undefined, channel);
    expect([code === status.OK, users]).toEqual([false, []]);
  }
});

test("what is no address at all is refused, and many addresses are no problem", async () => {
  const { address } = await signIn(bench);
  const port = await serve();
  expect((await askUsers(port, ["\u0000"])).code).toBe(status.INVALID_ARGUMENT);
  const many = Array.from({ length: 70_000 }, (_, index) => `0x${index.toString(16)}`);
  const { users } = await askUsers(port, [...many, address, address]);
  expect(users.map((user) => user.address)).toEqual([address]);
});

test("a taken port ends the start", async () => {
  const port = await serve();
  const again = startGrpc(bench.identity, { host: "localhost", port, token: null, tls: null });
  await expect(again).rejects.toThrow();
});

test("beyond this host it wants a proof, except where it is to be as the original", () => {
  const env = { IDENTITY_STRICT: false, IDENTITY_GRPC_HOST: "127.0.0.1", IDENTITY_GRPC_PORT: 8236 };
  expect(grpcSettings({ ...env, IDENTITY_GRPC_PORT: undefined })).toBeNull();
  expect(grpcSettings(env)).toMatchObject({ port: 8236, token: null, tls: null });
  const everywhere = { ...env, IDENTITY_GRPC_HOST: "0.0.0.0" };
  expect(() => grpcSettings(everywhere)).toThrow(/IDENTITY_GRPC_TOKEN/);
  expect(grpcSettings({ ...everywhere, IDENTITY_GRPC_TOKEN: TOKEN })?.token).toBe(TOKEN);
  expect(grpcSettings({ ...everywhere, IDENTITY_STRICT: true })?.host).toBe("0.0.0.0");
  expect(() => grpcSettings({ ...env, IDENTITY_GRPC_TLS_CERT: "a" })).toThrow(/belong together/);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "grpc-"));
  const file = path.join(folder, "a.pem");
  fs.writeFileSync(file, "pem");
  const files = { IDENTITY_GRPC_TLS_CERT: file, IDENTITY_GRPC_TLS_KEY: file };
  const mutual = grpcSettings({ ...everywhere, ...files, IDENTITY_GRPC_TLS_CLIENT_CA: file });
  expect(mutual?.tls?.clientAuthority?.toString()).toBe("pem");
  fs.rmSync(folder, { recursive: true });
});
