import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test } from "./fixtures/test";

/** Kilobytes of scripts above an empty page of the same build, after gzip. */
const SIGN_IN_KB = 15;
const PAGE_KB = 40;

interface Weight {
  /** What the page's HTML names: first-load JavaScript. */
  first: number;
  /** What has come by the time when the network is quiet. */
  all: number;
}

/** Kilobytes of scripts after gzip, from an empty cache. */
async function weigh(context: BrowserContext, path: string): Promise<Weight> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts: { url: string; body: Promise<Buffer> }[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      scripts.push({ url: new URL(response.url()).pathname, body: response.body() });
  });
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  // A script that begins to come now would not be whole when the page closes.
  page.removeAllListeners("response");
  const html = (await answer?.text()) ?? "";
  const sum = { first: 0, all: 0 };
  for (const { url, body } of scripts) {
    const kilobytes = gzipSync(await body, { level: 9 }).length / 1000;
    sum.all += kilobytes;
    if (html.includes(`src="${url}`)) sum.first += kilobytes;
  }
  await page.close();
  return sum;
}

test("no page loads more scripts than it may", async ({ page, context }) => {
  test.setTimeout(180_000);
  const empty = await weigh(context, "/empty");
  const lines: string[] = [];
  const heavy: string[] = [];
  const look = async (path: string, limit = PAGE_KB) => {
    const { first, all } = await weigh(context, path);
    const line = `${(first - empty.first).toFixed(1)} of ${limit} KB first, ${(all - empty.all).toFixed(1)} in all  ${path}`;
    lines.push(line);
    if (first - empty.first > limit) heavy.push(line);
  };
  await look("/sign-in", SIGN_IN_KB);
  await look("/invest");
  await signIn(page, "issuer");
  const [asset] = await sandbox.amp<{ asset_uuid: string }[]>("/assets/");
  const ofAsset = [
    "",
    "/ownership",
    "/activity",
    "/transactions",
    "/utxos",
    "/assignments",
    "/assignments/new",
    "/assignments/vesting",
    "/distributions",
    "/supply",
    "/settings",
  ];
  const people = ["/users", "/gaids", "/categories", "/managers", "/requests"];
  const others = [
    "/overview",
    "/assets",
    "/assets/new",
    "/treasury",
    "/treasury/send",
    "/audit",
    "/settings",
  ];
  for (const path of [
    ...others,
    ...people,
    ...ofAsset.map((part) => `/assets/${asset?.asset_uuid}${part}`),
  ]) {
    await look(path);
  }
  console.info(lines.join("\n"));
  expect(heavy).toEqual([]);
});
