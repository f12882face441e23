import { setTimeout as sleep } from "node:timers/promises";

const LOOK_MS = 10;
const MEMORY_MS = 500;
const PATIENCE_MS = 120_000;
const ENDS = ["done", "cancelled", "failed"];
/** Nothing goes on in these without a person. */
const NEEDS_SOMEBODY = ["stopped", "paused"];

/**
 * Follows an operation to its end: makes a block whenever it has seen the last one and waits for another, restarts AMP
 * and the node after a third of the transactions, and has AMP replace the token after two thirds.
 * @returns what was seen on the way
 */
export async function follow(servers, world, { operationId, transactions }, note) {
  const began = Date.now();
  const seen = { blocks: 0, memoryMb: 0, longestMs: 0, interruptions: [] };
  const due = [
    { name: "node and AMP restarted", run: () => servers.restartSandbox() },
    { name: "token replaced at AMP", run: () => replaceToken(servers, world) },
  ].map((one, index, { length }) => ({
    ...one,
    at: Math.floor(((index + 1) * transactions) / (length + 1)),
  }));
  const sampler = setInterval(() => {
    seen.memoryMb = Math.max(seen.memoryMb, servers.workerMemory());
  }, MEMORY_MS);
  const operation = new Watched(servers, operationId);
  let [txid, mined, blockAt, interruption] = [null, 0, began, null];
  try {
    while (!ENDS.includes((await operation.look()).state)) {
      const { state, facts, booked } = operation;
      note(`${booked} of ${transactions} transactions, ${state}`);
      if (interruption && booked > interruption.at) {
        seen.interruptions.push({ name: interruption.name, ms: Date.now() - interruption.from });
        interruption = null;
      }
      if (due[0]?.at <= booked) {
        interruption = { ...due.shift(), from: Date.now() };
        await interruption.run();
      }
      if (facts.txid !== txid) [txid, mined] = [facts.txid, 0];
      const isWaiting = state === "sent" && txid !== undefined && (facts.confirmations ?? 0) >= mined;
      if (!isWaiting) {
        await sleep(LOOK_MS);
        continue;
      }
      // The first one also waited for all that had to be held back.
      if (booked > 0) seen.longestMs = Math.max(seen.longestMs, Date.now() - blockAt);
      await world.mine(1);
      [mined, blockAt] = [mined + 1, Date.now()];
      seen.blocks += 1;
    }
  } finally {
    clearInterval(sampler);
  }
  if (operation.state !== "done") throw new Error(`It ends as ${operation.state}: ${operation.problem}`);
  return { ...seen, wallMs: Date.now() - began };
}

/** An operation's row as the database has it. */
class Watched {
  #version = -1;
  #movedAt = Date.now();

  constructor(servers, id) {
    Object.assign(this, { servers, id });
  }

  /** @throws Error when only a person could go on, or nothing has moved for long */
  async look() {
    const text = `select version, state, problem, case when version <> $2 then facts end as facts
      from operations where id = $1`;
    const [row] = await this.servers.query(text, [this.id, this.#version]);
    if (row.version !== this.#version) {
      const facts = JSON.parse(row.facts);
      Object.assign(this, row, { facts, booked: facts.sentBatches?.length ?? 0 });
      [this.#version, this.#movedAt] = [row.version, Date.now()];
    }
    const isStuck = NEEDS_SOMEBODY.includes(row.state) || Date.now() - this.#movedAt > PATIENCE_MS;
    if (isStuck) throw new Error(`It does not go on in ${row.state}: ${row.problem}`);
    return row;
  }
}

/** The stored token is refused from now on; once the worker has met that, somebody signs in again and leaves. */
async function replaceToken(servers, world) {
  await world.replaceToken();
  while ((await servers.query("select 1 from workspaces where is_token_valid")).length > 0)
    await sleep(LOOK_MS);
  await servers.person();
}
