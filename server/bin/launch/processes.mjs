import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { identify, isAlive } from "./alive.mjs";
import { endGroups } from "./end-groups.mjs";

const GUARD = path.join(import.meta.dirname, "guard.mjs");

/** A finite program ended wrongly; `message` carries the tail of its output. */
export class CommandFailed extends Error {
  /** True when the person has already seen the output. */
  isShown = false;
}

/**
 * Every process a launcher starts. Each leads a group of its own, so that the whole of it can be ended; a guard
 * process knows the same list and ends it when the launcher itself is killed.
 */
export class Processes {
  #groups = new Map();
  #guard;
  #isEnding = false;
  /** True once a service ended that should have stayed. */
  hasCrashed = false;

  /** @param onCrash called once with a sentence when a service ends that should have stayed. */
  constructor({ logs, onCrash = () => {}, onChange = () => {} }) {
    this.logs = logs;
    this.onCrash = onCrash;
    this.onChange = onChange;
    this.#guard = spawn(process.execPath, [GUARD], { stdio: ["pipe", "ignore", "ignore"], detached: true });
    this.#guard.stdin.on("error", () => {});
    this.#guard.on("exit", () => this.#crash("The guard process was ended from outside."));
    this.#guard.unref();
    this.#guard.stdin.unref();
  }

  get guard() {
    return identify(this.#guard.pid);
  }

  get groups() {
    return [...this.#groups.values()];
  }

  get isEnding() {
    return this.#isEnding;
  }

  logFile(name) {
    return path.join(this.logs, `${name}.log`);
  }

  /** Starts a program that is meant to stay; its output goes to `logs/<name>.log`. Its end is a crash if it `stays`. */
  start(name, command, args, { env, cwd, uid, gid, signal, last, stays = true } = {}) {
    const file = this.logFile(name);
    if (fs.existsSync(file)) fs.renameSync(file, `${file}.previous`);
    const log = fs.openSync(file, "w", 0o600);
    const child = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ["ignore", log, log] });
    fs.closeSync(log);
    this.#follow(name, child, { signal, last });
    if (stays) this.mustStay(name, child);
    return child;
  }

  /** From now on the end of `child` is a crash. */
  mustStay(name, child) {
    const crash = (code, killedBy) => {
      const how = killedBy ? `was ended by ${killedBy}` : `ended with code ${code}`;
      this.#crash(`${name} ${how}. The end of ${this.logFile(name)}:\n${tail(this.logFile(name))}`);
    };
    child.on("error", (error) => this.#crash(`${name} could not be started: ${error.message}`));
    if (child.exitCode !== null || child.signalCode !== null) crash(child.exitCode, child.signalCode);
    else child.on("exit", crash);
  }

  /** Takes a process that was found running under the same care. */
  adopt(name, pid, { signal, last } = {}) {
    const group = { name, ...identify(pid), signal, last };
    this.#watch(group);
    const timer = setInterval(() => {
      if (isAlive(group)) return;
      clearInterval(timer);
      this.#crash(`${name} (process ${pid}, found running at the start) ended.`);
    }, 1000);
    timer.unref();
  }

  forget(pid) {
    if (!this.#groups.delete(pid)) return;
    this.#tell({ forget: pid });
    this.onChange();
  }

  /**
   * Runs a program to its end within `timeoutMs` and returns its output.
   * @throws CommandFailed with the tail of the output
   */
  run(name, command, args, { env, cwd, uid, gid, timeoutMs, echo = false } = {}) {
    return new Promise((resolve, reject) => {
      const log = fs.createWriteStream(this.logFile(name), { mode: 0o600 });
      const child = spawn(command, args, {
        env,
        cwd,
        uid,
        gid,
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
      });
      this.#follow(name, child, {});
      let output = "";
      let isLate = false;
      const take = (stream) => (chunk) => {
        output = (output + chunk).slice(-200_000);
        log.write(chunk);
        if (echo) stream.write(chunk);
      };
      child.stdout.on("data", take(process.stdout));
      child.stderr.on("data", take(process.stderr));
      const timer = setTimeout(() => {
        isLate = true;
        endGroups([{ pid: child.pid }], { graceMs: 2000 });
      }, timeoutMs);
      const settle = (problem) => {
        clearTimeout(timer);
        log.end();
        const failure = () =>
          Object.assign(new CommandFailed(`${name} ${problem}\n${lastLines(output)}`), { isShown: echo });
        if (problem) reject(failure());
        else resolve(output);
      };
      child.on("error", (error) => settle(`could not be started: ${error.message}`));
      child.on("close", (code, killedBy) => {
        if (isLate) settle(`did not finish within ${Math.round(timeoutMs / 1000)} seconds and was ended.`);
        else if (code !== 0) settle(killedBy ? `was ended by ${killedBy}.` : `ended with code ${code}.`);
        else settle();
      });
    });
  }

  /** Ends everything, services first. Safe to call twice: the second call ends by force. */
  async endAll() {
    const graceMs = this.#isEnding ? 0 : 6000;
    this.#isEnding = true;
    await endGroups(this.groups, { graceMs });
    this.#guard.stdin.end();
  }

  #follow(name, child, { signal, last }) {
    if (child.pid === undefined) return;
    const { pid } = child;
    this.#watch({ name, ...identify(pid), signal, last });
    // What the program itself started and left behind ends with it.
    child.on("exit", () => endGroups([{ pid }], { graceMs: 1000 }).then(() => this.forget(pid)));
  }

  #watch(group) {
    this.#groups.set(group.pid, group);
    this.#tell({ watch: group });
    this.onChange();
  }

  #tell(message) {
    this.#guard.stdin.write(`${JSON.stringify(message)}\n`);
  }

  #crash(sentence) {
    if (this.#isEnding) return;
    this.hasCrashed = true;
    this.onCrash(sentence);
  }
}

const lastLines = (text, count = 25) => text.trimEnd().split("\n").slice(-count).join("\n");

/** The last lines of a log file. */
export function tail(file, count = 25) {
  try {
    return lastLines(fs.readFileSync(file, "utf8"), count);
  } catch {
    return "(no log)";
  }
}
