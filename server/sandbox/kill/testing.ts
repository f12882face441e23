import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import type { Wire } from "@/server/platform/testing";

/** No answer: the call may have done its work or not. */
export class Unanswered extends Error {}

/** The bundled sandbox in a process of its own, which can be killed and started again over the same database. */
export class KillableSandbox {
  #process: ChildProcess | undefined;
  readonly url: string;
  #token: string | undefined;
  #errors = "";

  constructor(
    private readonly entry: string,
    private readonly root: string,
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: "production" as const,
      SANDBOX_PORT: `${this.port}`,
      ...this.env,
    };
    const child = spawn(process.execPath, [this.entry], {
      cwd: this.root,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr?.on("data", (chunk) => {
      this.#errors += chunk;
    });
    this.#process = child;
    while (!(await this.#isUp())) {
      if (child.exitCode !== null) throw new Error(`The sandbox ended by itself: ${this.#errors}`);
      await sleep(50);
    }
  }

  /** What it wrote to its standard error, over all its lives. */
  get errors(): string {
    return this.#errors;
  }

  async kill(): Promise<void> {
    if (!this.#process || this.#process.exitCode !== null) return;
    this.#process.kill("SIGKILL");
    await once(this.#process, "exit");
    this.#process = undefined;
  }

  /** Tells it to end. @returns its exit code */
  async end(): Promise<number> {
    const child = this.#process;
    child?.kill("SIGTERM");
    const [code] = child ? await once(child, "exit") : [0];
    this.#process = undefined;
    return code;
  }

  async #isUp(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health`).catch(() => undefined);
    return answer?.status === 200;
  }

  /** AMP as the issuer. @throws Unanswered; Error for every refusal */
  async amp(method: string, path: string, body?: unknown): Promise<Wire> {
    this.#token ??= (
      await this.#ask(
        "POST",
        "/api/user/obtain_token",
        {},
        { username: "issuer", password: "issuer-password" },
      )
    ).token;
    return this.#ask(method, `/api${path}`, { authorization: `token ${this.#token}` }, body);
  }

  /** The treasury wallet. @throws Unanswered; Error for every refusal */
  async rpc(method: string, params: unknown[] = []): Promise<Wire> {
    const authorization = `Basic ${btoa("rpcuser:rpcpass")}`;
    const call = { jsonrpc: "1.0", id: 1, method, params };
    return (await this.#ask("POST", "/elements/wallet/treasury", { authorization }, call)).result;
  }

  control(method: string, path: string, body?: unknown): Promise<Wire> {
    return this.#ask(method, `/control${path}`, {}, body);
  }

  async #ask(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Wire> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
        body: body === undefined ? null : printExactJson(body),
      });
      [status, text] = [response.status, await response.text()];
    } catch {
      throw new Unanswered();
    }
    if (status === 503) throw new Unanswered(); // it is only just starting
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`);
    return text === "" ? undefined : parseExactJson(text);
  }
}

/** Repeats a call that may safely be repeated until it is answered. */
export async function untilAnswered<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      await sleep(20);
    }
  }
}

/** Repeats a writer until it is stopped; calls that were not answered are nobody's loss. */
export function repeat(write: () => Promise<void>): { stop(): Promise<void> } {
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      try {
        await write();
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
      }
      await sleep(5);
    }
  })();
  work.catch(() => {}); // `stop` tells
  return {
    stop: () => {
      isOver = true;
      return work;
    },
  };
}
