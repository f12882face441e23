import net from "node:net";
import { Refusal } from "./lock.mjs";

/** @returns the port in `text`, or `fallback` when it is not set. */
export function parsePort(variable, text, fallback) {
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refusal(`${variable} must be a port number between 1 and 65535.`);
}

/**
 * Checks every port before anything is started.
 * @param wanted [{ port, host, variable, what }]
 * @param command what is being started, for the sentence that tells how to choose another port
 * @throws Refusal that names the port and the variable that chooses another
 */
export async function refuseBusyPorts(wanted, command = "npm run demo") {
  const seen = new Map();
  for (const { port, variable, what } of wanted) {
    if (seen.has(port))
      throw new Refusal(`${seen.get(port)} and ${what} cannot share port ${port}. Set ${variable}.`);
    seen.set(port, what);
  }
  for (const { port, host, variable, what } of wanted) {
    const problem = (await problemOf(port, host)) ?? (await problemOf(port, "::1"));
    if (!problem) continue;
    const why = problem === "EACCES" ? "may not be used by this user" : "is in use by another program";
    throw new Refusal(
      `Port ${port}, wanted for ${what}, ${why}. Stop that program, or choose another port: ${variable}=${port < 65000 ? port + 10 : 3010} ${command}`,
    );
  }
}

/** Error code of a trial bind; an address family that the machine does not have counts as free. */
function problemOf(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => {
      resolve(["EADDRINUSE", "EACCES"].includes(error.code) || host !== "::1" ? error.code : undefined);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

export const isFree = async (port) => (await problemOf(port, "127.0.0.1")) === undefined;

/** `preferred` when it is free on the loopback, else one that the system picks. */
export async function freePort(preferred) {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * The address the desk listens on. `HOST` is also set by some shells and toolchains to a name that is no address,
 * so anything but an address or `localhost` is passed over.
 */
export function parseHost(text) {
  if (text === "localhost") return { host: "127.0.0.1" };
  if (!text || net.isIP(text)) return { host: text || "127.0.0.1" };
  return { host: "127.0.0.1", note: `HOST=${text} is not an IP address, so the desk listens on 127.0.0.1.` };
}

/** How a program on this machine reaches a server that listens on `host`. */
export function urlHost(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return net.isIPv6(host) ? `[${host}]` : host;
}
