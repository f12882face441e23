import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensurePostgres, FORGETFUL } from "./postgres.mjs";
import { Processes } from "./processes.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
let folder: string;
let opened: Processes[];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "postgres-"));
  fs.chmodSync(folder, 0o755);
  opened = [];
});
afterEach(async () => {
  for (const processes of opened) await processes.endAll();
  fs.rmSync(folder, { recursive: true });
});

function start(settings = FORGETFUL) {
  const processes = new Processes({ logs: folder });
  opened.push(processes);
  return ensurePostgres({ root, folder, processes, settings });
}

async function stop() {
  await opened.pop()?.endAll();
}

async function ask(url: string, question: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = () => Number(fs.readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);

test("keeps its rows and its port from one start to the next", async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 7 as n");
  await stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "select n from kept")).toEqual([{ n: 7 }]);
});

test("listens on the loopback alone and asks for its password", async () => {
  const { url } = await start();
  expect(await ask(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(ask(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("starts anew after a first start that was interrupted", async () => {
  const half = path.join(folder, "initdb-0badf00d/data");
  fs.mkdirSync(half, { recursive: true });
  fs.writeFileSync(path.join(half, "PG_VERSION"), "18\n");
  const { url } = await start();
  expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(fs.existsSync(path.dirname(half))).toBe(false);
});

test("takes over the server that a killed launcher left running", async () => {
  const first = await start();
  const pid = pidOf();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(pidOf()).toBe(pid);
});

test("keeps every acknowledged row when the server itself is killed", async () => {
  const first = await start([]);
  await ask(first.url, "create table kept as select 7 as n");
  process.kill(pidOf(), "SIGKILL");
  await sleep(100);
  const second = await start([]);
  expect(await ask(second.url, "select n from kept")).toEqual([{ n: 7 }]);
});

test("is not misled by a pid file whose pid now belongs to another program", async () => {
  await start();
  await stop();
  fs.writeFileSync(path.join(folder, "data/postmaster.pid"), `${process.pid}\n${folder}\n1\n5432\n`);
  const { url } = await start();
  expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
});
