import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";
import { CommandFailed, Processes } from "./processes.mjs";

let logs: string;
let processes: Processes | undefined;
beforeEach(() => {
  logs = fs.mkdtempSync(path.join(os.tmpdir(), "processes-"));
});
afterEach(async () => {
  await processes?.endAll();
  processes = undefined;
  fs.rmSync(logs, { recursive: true });
});

const open = (onCrash?: (sentence: string) => void) => {
  processes = new Processes({ logs, onCrash });
  return processes;
};
const node = (code: string): [string, string[]] => [process.execPath, ["-e", code]];
const STAY = "setInterval(() => {}, 1000)";
const DEAF = `process.on("SIGTERM", () => {}); ${STAY}; console.log("deaf")`;
/** A program that starts another one and writes its pid. */
const PARENT = `const c = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(STAY)}]); console.log(c.pid); ${STAY}`;

const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !fs.existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

async function until(condition: () => boolean) {
  for (let waited = 0; !condition() && waited < 15_000; waited += 50) await sleep(50);
  expect(condition()).toBe(true);
}

const logOf = (name: string) => fs.readFileSync(path.join(logs, `${name}.log`), "utf8").trim();

describe("the processes of a launcher", () => {
  test("end together with what they started themselves", async () => {
    const child = open().start("parent", ...node(PARENT));
    await until(() => logOf("parent") !== "");
    const grandchild = Number(logOf("parent"));
    await processes?.endAll();
    await until(() => !lives(child.pid as number) && !lives(grandchild));
  });

  test("end by force when they do not listen", { timeout: 20_000 }, async () => {
    const child = open().start("deaf", ...node(DEAF));
    await until(() => logOf("deaf") === "deaf");
    await processes?.endAll();
    await until(() => !lives(child.pid as number));
  });

  test("report a crash with the end of their log, once and not while everything is being ended", async () => {
    const crashes: string[] = [];
    open((sentence) => crashes.push(sentence));
    processes?.start("worker", ...node('console.error("out of paper"); process.exit(3)'));
    processes?.start("other", ...node(STAY));
    await until(() => crashes.length > 0);
    await processes?.endAll();
    expect(crashes).toHaveLength(1);
    expect(crashes[0]).toMatch(/worker ended with code 3[\s\S]*out of paper/);
  });

  test("end when the launcher is killed", { timeout: 20_000 }, async () => {
    const module = path.join(import.meta.dirname, "processes.mjs");
    const code = `
      const { Processes } = await import(${JSON.stringify(module)});
      const processes = new Processes({ logs: ${JSON.stringify(logs)} });
      const child = processes.start("child", process.execPath, ["-e", ${JSON.stringify(PARENT)}]);
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const launcher = spawn(process.execPath, ["--input-type=module", "-e", code]);
    const pid = Number(String((await once(launcher.stdout, "data"))[0]));
    await until(() => logOf("child") !== "");
    const grandchild = Number(logOf("child"));
    launcher.kill("SIGKILL");
    await until(() => !lives(pid) && !lives(grandchild));
  });
});

describe("a program that runs to its end", () => {
  test("gives its output", async () => {
    expect(await open().run("hello", ...node('console.log("hello")'), { timeoutMs: 10_000 })).toBe("hello\n");
  });

  test("fails with the end of its output", async () => {
    const work = open().run("install", ...node('console.log("no network"); process.exit(1)'), {
      timeoutMs: 10_000,
    });
    await expect(work).rejects.toThrow(/install ended with code 1\.\nno network/);
    await expect(work).rejects.toBeInstanceOf(CommandFailed);
  });

  test("is ended when its time is over", async () => {
    const work = open().run("endless", ...node(STAY), { timeoutMs: 300 });
    await expect(work).rejects.toThrow(/did not finish within/);
  });
});

describe("the lock of a data folder", () => {
  test("refuses a second launcher and names the first", async () => {
    const lock = await takeLock(logs);
    await expect(takeLock(logs)).rejects.toThrow(`already running as process ${process.pid}`);
    lock.release();
    (await takeLock(logs)).release();
  });

  test("of a killed launcher is taken over, and what it left running is ended", async () => {
    const child = open().start("left", ...node(STAY));
    const [left] = processes?.groups ?? [];
    const gone = { pid: 4_000_000, started: "1" };
    fs.writeFileSync(
      path.join(logs, "run.json"),
      JSON.stringify({ launcher: gone, guard: gone, groups: [left] }),
    );
    const lock = await takeLock(logs);
    await until(() => !lives(child.pid as number));
    lock.release();
  });

  test("never ends a process that only has the pid of an old one", async () => {
    const child = open().start("stranger", ...node(STAY));
    const gone = { pid: 4_000_000, started: "1" };
    const old = { pid: child.pid, started: "an earlier time" };
    fs.writeFileSync(
      path.join(logs, "run.json"),
      JSON.stringify({ launcher: old, guard: gone, groups: [old] }),
    );
    const lock = await takeLock(logs);
    expect(lives(child.pid as number)).toBe(true);
    lock.release();
  });
});
