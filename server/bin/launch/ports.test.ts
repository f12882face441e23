import net from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { freePort, parseHost, parsePort, refuseBusyPorts, urlHost } from "./ports.mjs";

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Occupies a port of `host`. @returns its number */
function occupy(host: string): Promise<number> {
  const server = net.createServer();
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, host, () => resolve((server.address() as net.AddressInfo).port));
  });
}

const desk = (port: number) => ({ port, host: "127.0.0.1", variable: "PORT", what: "the desk" });

describe("a busy port", () => {
  test("is refused with its number and the variable that chooses another", async () => {
    const port = await occupy("127.0.0.1");
    await expect(refuseBusyPorts([desk(port)])).rejects.toThrow(new RegExp(`Port ${port}.*the desk.*PORT=`));
  });

  test("is refused with the command that was to start something", async () => {
    const port = await occupy("127.0.0.1");
    await expect(refuseBusyPorts([desk(port)], "npm run sandbox")).rejects.toThrow(
      /PORT=\d+ npm run sandbox$/,
    );
  });

  test("is refused when another program holds it on all addresses", async () => {
    const port = await occupy("0.0.0.0");
    await expect(refuseBusyPorts([desk(port)])).rejects.toThrow(/in use/);
  });

  test("is passed over by the choice of a free one", async () => {
    const port = await occupy("127.0.0.1");
    expect(await freePort(port)).not.toBe(port);
  });
});

test("two servers on one port are refused", async () => {
  const port = await freePort();
  const sandbox = { ...desk(port), variable: "SANDBOX_PORT", what: "the sandbox" };
  await expect(refuseBusyPorts([desk(port), sandbox])).rejects.toThrow(/cannot share port.*SANDBOX_PORT/);
});

test("free ports are let through", async () => {
  await expect(refuseBusyPorts([desk(await freePort())])).resolves.toBeUndefined();
});

test("a port variable is a port number, or empty for the usual one", () => {
  expect(parsePort("PORT", "", 3000)).toBe(3000);
  expect(parsePort("PORT", "8080", 3000)).toBe(8080);
  for (const text of ["0", "65536", "80a", "-1", "3000.5"]) {
    expect(() => parsePort("PORT", text, 3000)).toThrow(/PORT must be a port number/);
  }
});

test("HOST is an address or localhost, and anything else is passed over with a note", () => {
  expect(parseHost(undefined)).toEqual({ host: "127.0.0.1" });
  expect(parseHost("0.0.0.0")).toEqual({ host: "0.0.0.0" });
  expect(parseHost("localhost")).toEqual({ host: "127.0.0.1" });
  expect(parseHost("x86_64-conda-linux-gnu").host).toBe("127.0.0.1");
  expect(parseHost("x86_64-conda-linux-gnu").note).toMatch(/not an IP address/);
});

test("a server on all addresses is reached over the loopback", () => {
  expect(urlHost("0.0.0.0")).toBe("127.0.0.1");
  expect(urlHost("::")).toBe("[::1]");
  expect(urlHost("10.1.2.3")).toBe("10.1.2.3");
});
