import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { sandbox } from "./fixtures/sandbox";
import { expect, signIn, test } from "./fixtures/test";

/** Kilobytes of scripts above an empty page of the same build, after gzip. */
const SIGN_IN_KB = 15;
const PAGE_KB = 40;

/** Scripts that a page loads from an empty cache until the network is quiet. @returns kilobytes after gzip */
async function scriptsOf(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  await page.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

test("no page loads more scripts than it may", async ({ page, context }) => {
  test.setTimeout(120_000);
  const empty = await scriptsOf(context, "/empty");
  const weights: [path: string, kilobytes: number, limit: number][] = [];
  const weigh = async (path: string, limit: number) =>
    weights.push([path, (await scriptsOf(context, path)) - empty, limit]);
  await weigh("/sign-in", SIGN_IN_KB);
  await weigh("/invest", PAGE_KB);
  await signIn(page, "issuer");
  const [asset] = await sandbox.amp<{ asset_uuid: string }[]>("/assets/");
  const ofAsset = ["", "/ownership", "/activity", "/assignments", "/distributions", "/supply"].map(
    (part) => `/assets/${asset?.asset_uuid}${part}`,
  );
  const pages = ["/overview", "/assets", "/assets/new", ...ofAsset, "/users", "/categories", "/managers"];
  for (const path of [...pages, "/requests", "/treasury", "/treasury/send", "/audit", "/settings"])
    await weigh(path, PAGE_KB);
  console.info(
    weights.map(([path, kilobytes, limit]) => `${kilobytes.toFixed(1)} of ${limit} KB  ${path}`).join("\n"),
  );
  expect(weights.filter(([, kilobytes, limit]) => kilobytes > limit)).toEqual([]);
});
