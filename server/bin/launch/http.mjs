import { setTimeout as sleep } from "node:timers/promises";

/** Asks `url` until it answers with a status below 500. @throws Error after `timeoutMs` or when `isGivenUp()` */
export async function waitForHttp(url, { timeoutMs = 300_000, isGivenUp = () => false } = {}) {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until && !isGivenUp()) {
    if (await answers(url)) return;
    await sleep(100);
  }
  throw new Error(
    isGivenUp() ? `Gave up waiting for ${url}.` : `${url} did not answer within ${timeoutMs / 1000} seconds.`,
  );
}

async function answers(url) {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}
