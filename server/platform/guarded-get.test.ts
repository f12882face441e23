import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { guardedGet, guardedPost } from "./guarded-get";
import { isPublicAddress } from "./public-address";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A name service that answers what it is told to. */
const names = (...addresses: string[]) =>
  ((_: string, __: object, callback: (error: null, found: LookupAddress[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as never;

describe("a guarded look", () => {
  it.each([
    ["http://example.com/file"],
    ["https://127.0.0.1/file"],
    ["https://[::1]/file"],
    ["https://169.254.169.254/latest/meta-data"],
    ["https://0x7f000001/file"],
    ["file:///etc/passwd"],
  ])("never asks %s", async (url) => {
    await expect(guardedGet(url)).rejects.toMatchObject({ problem: "private-address" });
  });

  it.each([["10.1.2.3"], ["127.0.0.1"], ["::ffff:10.0.0.1"], ["fd00::1"]])(
    "refuses a name that resolves to %s, also beside a public address",
    async (address) => {
      await expect(
        guardedGet("https://issuer.example/", { lookup: names("93.184.215.14", address) }),
      ).rejects.toMatchObject({ problem: "private-address" });
    },
  );

  it("says that a name is not known", async () => {
    await expect(guardedGet("https://issuer.example/", { lookup: names() })).rejects.toMatchObject({
      problem: "unknown-host",
    });
  });

  it("reads what the configuration names, with status, type and bytes", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/plain" }).end("\ufeffproof");
    });
    const answer = await guardedGet(url, { isTrusted: true });
    expect(answer).toMatchObject({ status: 200, contentType: "text/plain", location: null });
    expect([...answer.body].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("tells a redirect and does not follow it", async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: "/elsewhere" }).end("moved");
    });
    const answer = await guardedGet(`${url}/file`, { isTrusted: true });
    expect(answer).toMatchObject({ status: 302, location: "/elsewhere" });
    expect(answer.body).toHaveLength(0);
    expect(asked).toEqual(["/file"]);
  });

  it("stops at its limits of size and time", async () => {
    const large = await serve((_, response) => void response.end("x".repeat(2_000)));
    await expect(guardedGet(large, { isTrusted: true, maxBytes: 1_000 })).rejects.toMatchObject({
      problem: "too-large",
    });
    const slow = await serve((_, response) => {
      response.writeHead(200).write("a");
    });
    await expect(guardedGet(slow, { isTrusted: true, timeoutMs: 60 })).rejects.toMatchObject({
      problem: "timeout",
    });
  });

  it("sends JSON under the same guard, and reads what a refusal says", async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.writeHead(500).end(`${request.method} ${Buffer.concat(chunks)}`);
    });
    const answer = await guardedPost(url, '{"a":"ä"}', { isTrusted: true });
    expect(answer.status).toBe(500);
    expect(Buffer.from(answer.body).toString()).toBe('POST {"a":"ä"}');
    for (const address of [url, "http://issuer.example/", "https://[::1]/issuerauthorizer"])
      await expect(guardedPost(address, "{}")).rejects.toMatchObject({ problem: "private-address" });
    await expect(
      guardedPost("https://issuer.example/", "{}", { lookup: names("192.168.1.1") }),
    ).rejects.toMatchObject({ problem: "private-address" });
  });

  it("says that nobody answers there", async () => {
    const url = await serve(() => undefined);
    servers.splice(0)[0]?.close();
    await expect(guardedGet(url, { isTrusted: true })).rejects.toMatchObject({ problem: "refused" });
  });
});

describe("public addresses", () => {
  it.each(["93.184.215.14", "8.8.8.8", "172.15.255.255", "2606:4700::1111"])("%s is one", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.9.9.9",
    "169.254.169.254",
    "172.31.0.1",
    "192.168.1.1",
    "198.19.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "fe80::1",
    "fc00::1",
    "2002:a00:1::",
    "2001:db8::1",
    "not an address",
  ])("%s is none", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
