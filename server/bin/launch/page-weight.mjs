import { gzipSync } from "node:zlib";

/** Kilobytes of scripts above an empty page of the same build, after gzip. */
export const LIMITS_KB = { signIn: 15, page: 40 };
export const EMPTY_PAGE = "/empty";
/** A page of the large seed is complete when all it asks AMP for has come. */
const QUIET_MS = 90_000;

const gzipKb = (body) => gzipSync(body, { level: 9 }).length / 1000;

/**
 * First-load JavaScript: the scripts that a page's HTML names, in kilobytes after gzip at level 9, without old browsers'
 * polyfills (`noModule`).
 * @param sizes of scripts that are known already
 * @throws Error when another page answers
 */
async function weighFirst(context, url, sizes) {
  const answer = await context.request.get(url);
  const isThere = answer.ok() && new URL(answer.url()).pathname === new URL(url).pathname;
  if (!isThere) throw new Error(`${url} answered ${answer.status()} and led to ${answer.url()}.`);
  const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
  const named = tags
    .filter((tag) => !/\snomodule\b/i.test(tag))
    .map((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1]);
  let sum = 0;
  for (const path of new Set(named.filter(Boolean))) {
    if (!sizes.has(path))
      sizes.set(path, gzipKb(await (await context.request.get(new URL(path, url).href)).body()));
    sum += sizes.get(path);
  }
  return sum;
}

/** Scripts that have come from an empty cache by the time when the network is quiet, in the same kilobytes. */
async function weighLoaded(context, url) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(url, { waitUntil: "networkidle", timeout: QUIET_MS });
  // A script that begins to come now would not be whole when the page closes.
  page.removeAllListeners("response");
  const sum = (await Promise.all(scripts)).reduce((kb, body) => kb + gzipKb(body), 0);
  await page.close();
  return sum;
}

/**
 * Weighs pages against the empty page.
 * @param context Playwright's, in which whoever may see the pages is signed in
 * @param urlOf makes an address of a path
 * @param options `limitKb` of first-load JavaScript; `isLoaded`: measures in the browser as well what comes afterwards
 * @returns a line on each, and those above the limit
 */
export async function weighAll(context, urlOf, paths, { limitKb = LIMITS_KB.page, isLoaded = false } = {}) {
  const sizes = new Map();
  const empty = await weighFirst(context, urlOf(EMPTY_PAGE), sizes);
  const emptyLoaded = isLoaded ? await weighLoaded(context, urlOf(EMPTY_PAGE)) : 0;
  const [lines, heavy] = [[], []];
  for (const path of paths) {
    const above = (await weighFirst(context, urlOf(path), sizes)) - empty;
    const loaded = isLoaded ? (await weighLoaded(context, urlOf(path))) - emptyLoaded : null;
    const rest = loaded === null ? "" : ` ${loaded.toFixed(1).padStart(5)} until it is quiet`;
    const line = `${above.toFixed(1).padStart(5)} of ${limitKb} KB first${rest}  ${path}`;
    lines.push(line);
    if (above > limitKb) heavy.push(line);
  }
  return { lines, heavy };
}
