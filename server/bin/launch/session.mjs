import { Refusal, takeLock } from "./lock.mjs";
import { dataFolders } from "./paths.mjs";
import { CommandFailed, Processes } from "./processes.mjs";
import { Progress } from "./progress.mjs";

/**
 * What every launcher has in common: one lock per data folder, its processes, and one way to end, whatever the
 * reason: a signal, a crashed child (unless `onCrash` says otherwise), the end of the npm that started it, or its
 * work being done.
 */
export async function openSession(root, name, { onCrash, interruptedCode = 0 } = {}) {
  const folders = dataFolders(root, name);
  const lock = await takeLock(folders.base);
  const progress = new Progress();
  const processes = new Processes({
    logs: folders.logs,
    onCrash: (sentence) => (onCrash ? onCrash(sentence) : end(1, `\n${sentence}`)),
    onChange: () => processes && lock.write(processes),
  });
  lock.write(processes);

  let ending;
  /** Ends every process, then this one. */
  function end(code, sentence) {
    progress.isOver = true;
    if (sentence) console.error(sentence);
    if (ending) return processes.endAll();
    ending = processes.endAll().finally(() => {
      lock.release();
      process.exit(code);
    });
    return ending;
  }
  onInterrupt((reason) => {
    progress.say(`\n${reason} Ending every process.`);
    end(reason === INTERRUPTED ? interruptedCode : 1);
  });
  return { root, folders, progress, processes, end };
}

/** Ends a start that failed, with a sentence where one was made for people and with the stack elsewhere. */
export async function failSession(session, error) {
  if (session?.processes.isEnding) return;
  const isPlain =
    error instanceof Refusal || error instanceof CommandFailed || error.code?.startsWith("ERR_PARSE_ARGS");
  const text = isPlain ? error.message : error.stack;
  if (session) await session.end(1, `\n${text}`);
  console.error(text);
  process.exit(1);
}

const INTERRUPTED = "Interrupted.";

function onInterrupt(stop) {
  // A reader of our output that goes away (a closed pipe or terminal) is no reason to fail.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(INTERRUPTED));
  process.on("uncaughtException", (error) => stop(`Unexpected: ${error.stack}`));
  process.on("unhandledRejection", (error) => stop(`Unexpected: ${error?.stack ?? error}`));
  // npm that is killed tells nobody; under npm alone, because a launcher started by hand may outlive its shell.
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop("npm was ended.");
  }, 500);
  timer.unref();
}
