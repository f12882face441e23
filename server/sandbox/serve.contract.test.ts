import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Listening, listen } from "./serve";
import { startTestSandbox, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
const opened: Listening[] = [];

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close(0);
});
afterAll(() => sandbox?.stop());

async function open(
  ...[answer, patience]: [(request: Request) => Promise<Response>, { headersMs: number; requestMs: number }?]
) {
  const server = await listen("127.0.0.1", 0, () => answer, patience);
  opened.push(server);
  return server;
}

/** Everything the server sends until it closes the connection. */
async function talk(port: number, pieces: string[], everyMs = 0): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
    await sleep(everyMs);
  }
  await Promise.race([closed, sleep(8000)]);
  socket.destroy();
  return text;
}

const big = "x".repeat(2 * 1024 * 1024);

test.each([
  ["/api/categories/add", { detail: "The request body is larger than 1 MiB." }],
  ["/registry/", null],
])("refuses 2 MB at %s with 413, whether its length is declared or not", async (path, body) => {
  const declared = await fetch(sandbox.url + path, { method: "POST", body: big });
  expect(declared.status).toBe(413);
  if (body) expect(await declared.json()).toEqual(body);
  const stream = new Blob([big]).stream();
  const chunked = await fetch(sandbox.url + path, {
    method: "POST",
    body: stream,
    duplex: "half",
  } as RequestInit);
  expect(chunked.status).toBe(413);
  expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(200);
});

test("does not wait for a body that is declared too large", async () => {
  const { port } = new URL(sandbox.url);
  const head = `POST /elements HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 99999999999\r\n\r\n`;
  const answer = await talk(Number(port), [head]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/connection: close/i);
});

test("forgets a caller who goes away in the middle of a body", async () => {
  const { port } = new URL(sandbox.url);
  const socket = net.connect(Number(port), "127.0.0.1");
  socket.write("POST /elements HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 100\r\n\r\n{");
  await sleep(50);
  socket.destroy();
  await sleep(50);
  expect((await fetch(`${sandbox.url}/api/info`)).status).toBe(200);
});

test.each([
  ["the head", ["GET / HTTP/1.1\r\n", "Host: a\r\n", "X: y\r\n"]],
  ["the body", ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n", "a", "b", "c"]],
])("gives up on a client that sends %s too slowly", async (_, pieces) => {
  const { port } = await open(async (request) => new Response(await request.text()), {
    headersMs: 400,
    requestMs: 600,
  });
  const began = performance.now();
  expect(await talk(port, pieces, 150)).toMatch(/^HTTP\/1\.1 (408|400) /);
  expect(performance.now() - began).toBeLessThan(4000);
});

test("lets running calls finish when it is closed, and tells them not to come back", async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const server = await open(async () => {
    arrive();
    await sleep(300);
    return new Response("done");
  });
  const url = `http://127.0.0.1:${server.port}`;
  const call = fetch(url);
  await arrived;
  const closed = server.close();
  await expect(fetch(url)).rejects.toThrow();
  const answer = await call;
  expect(answer.headers.get("connection")).toBe("close");
  expect(await answer.text()).toBe("done");
  await closed;
});

test("ends what takes longer than its grace", async () => {
  const server = await open(() => new Promise(() => {}));
  const call = fetch(`http://127.0.0.1:${server.port}`);
  const lost = expect(call).rejects.toThrow();
  await sleep(50);
  const began = performance.now();
  await server.close(200);
  expect(performance.now() - began).toBeLessThan(1500);
  await lost;
});
