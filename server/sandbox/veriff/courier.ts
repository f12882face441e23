import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { World } from "../world";
import type { VeriffEnv } from "./env";
import { veriffOf } from "./settings";
import { webhookHeaders } from "./signature";
import { findDueWebhook, nextAttempt, updateWebhook, type WebhookRow } from "./webhook-store";

const TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** Veriff tries for a week, hour by hour; here a person is waiting, and a quarter of an hour is as telling. */
const MOST_ATTEMPTS = 20;
/** The clock may be turned while one waits. */
const LOOK_AGAIN_MS = 1_000;

export interface Courier {
  /** Resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

const awake = new WeakMap<World, () => void>();

/** Lets what was stored just now be sent at once. */
export const wakeCourier = (world: World): void => awake.get(world)?.();

/**
 * Sends stored webhooks one after the other, the one that is due first at first, and tries again what was not answered
 * with 200. After a kill what was under way is sent once more, as Veriff does.
 */
export function startCourier(world: World): Courier {
  let isEnded = false;
  let isWoken = false;
  let endRest = () => {};

  const wake = () => {
    isWoken = true;
    endRest();
  };
  const rest = (ms: number | null) =>
    new Promise<void>((resolve) => {
      const timer = ms === null ? undefined : setTimeout(resolve, ms);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    while (!isEnded) {
      isWoken = false;
      const ms = await sendAll(world, () => isEnded);
      if (!isWoken && !isEnded) await rest(ms);
    }
  };
  awake.set(world, wake);
  world.reloaders.push(async () => wake());
  const working = work();
  return {
    stop: async () => {
      isEnded = true;
      awake.delete(world);
      wake();
      await working;
    },
  };
}

/** @returns how long nothing is due, in milliseconds; null when nothing waits */
async function sendAll(world: World, isEnded: () => boolean): Promise<number | null> {
  try {
    while (!isEnded() && (await sendDue(world)));
    const at = isEnded() ? null : await nextAttempt(world.database.db);
    return at && Math.min(Math.max(0, at.getTime() - now().getTime()), LOOK_AGAIN_MS);
  } catch (error) {
    log.error("sandbox.veriff.failed", { reason: reasonOf(error) });
    return LOOK_AGAIN_MS;
  }
}

/** @returns whether there was one */
async function sendDue(world: World): Promise<boolean> {
  const { generation } = world;
  const webhook = await findDueWebhook(world.database.db, now());
  if (!webhook) return false;
  const answer = await send(veriffOf(world), webhook);
  const change = outcomeOf(veriffOf(world), webhook, answer);
  // A world that was exchanged meanwhile keeps its own.
  if (generation !== world.generation) return true;
  await world.write(async ({ db }) => {
    if (generation === world.generation) await updateWebhook(db, webhook.id, change);
  });
  return true;
}

interface Answer {
  status: number | null;
  problem: string | null;
}

async function send(veriff: VeriffEnv, { url, body, signature }: WebhookRow): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...webhookHeaders(veriff, signature, body) },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    const { status } = response;
    return { status, problem: status === 200 ? null : `Answered ${status}.` };
  } catch (error) {
    return { status: null, problem: `Nobody answered: ${reasonOf(error)}` };
  }
}

function outcomeOf(veriff: VeriffEnv, webhook: WebhookRow, answer: Answer): Partial<WebhookRow> {
  const attempts = webhook.attempts + 1;
  const tried = { attempts, ...answer };
  if (!answer.problem) return { ...tried, state: "delivered", nextAttempt: null };
  if (attempts >= MOST_ATTEMPTS) return { ...tried, state: "given_up", nextAttempt: null };
  const first = veriff.retryMs ?? FIRST_RETRY_MS;
  const ms = Math.min(first * 2 ** (attempts - 1), Math.max(first, LONGEST_RETRY_MS));
  return { ...tried, nextAttempt: new Date(now().getTime() + ms) };
}
