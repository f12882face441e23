// Run with the path of a browser: ends with 0 when Playwright can drive it.
import { createRequire } from "node:module";
import path from "node:path";
import { browserFlags } from "./browser-flags.mjs";
import { ProjectRoot } from "./paths.mjs";

const { chromium } = createRequire(path.join(ProjectRoot, "package.json"))("@playwright/test");
const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: browserFlags,
  timeout: 30_000,
});
const page = await browser.newPage();
await page.setContent("<label>Amount <input></label>");
await page.getByLabel("Amount").fill("100");
await page.screenshot();
await browser.close();
