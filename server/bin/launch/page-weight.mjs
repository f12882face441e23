import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { browserFlags } from "./browser-flags.mjs";
import { ProjectRoot } from "./paths.mjs";

/** Runs `work` in a fresh browser, so that no page is measured with another one's cache. */
export async function withBrowser(executablePath, work) {
  const { chromium } = createRequire(path.join(ProjectRoot, "package.json"))("@playwright/test");
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    return await work(await browser.newContext({ viewport: { width: 1280, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** Signs in as the sandbox's issuer, in a page of its own that is closed again. */
export async function signIn(context, desk) {
  const page = await context.newPage();
  await page.goto(`${desk}/sign-in`);
  await page.locator('input[name="environment"][value="sandbox"]').check({ force: true });
  await page.locator('input[name="username"]').fill("issuer");
  await page.locator('input[name="password"]').fill("issuer-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.close();
}

/**
 * Scripts of one page from an empty cache until it is painted and the network is quiet.
 * Old browsers' polyfills (`noModule`) are not fetched and so not counted.
 * @returns bytes after gzip, and the number of files
 */
export async function measureScripts(context, url) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Map();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (!answer?.ok() || new URL(page.url()).pathname !== new URL(url).pathname) {
    throw new Error(`${url} answered ${answer?.status()} and led to ${page.url()}.`);
  }
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const bodies = await Promise.all(scripts.values());
  await page.close();
  return {
    bytes: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
    count: bodies.length,
  };
}
