import { createRequire } from "node:module";
import path from "node:path";
import { browserFlags } from "./browser-flags.mjs";
import { ProjectRoot } from "./paths.mjs";

const VIEWPORT = { width: 1280, height: 900 };

/** A browser in which the sandbox's issuer is signed in at `desk`; every visit has a cache of its own. */
export class BenchBrowser {
  static async open(executablePath, desk) {
    const { chromium } = createRequire(path.join(ProjectRoot, "package.json"))("@playwright/test");
    const browser = await chromium.launch({ executablePath, args: browserFlags });
    const bench = new BenchBrowser();
    Object.assign(bench, { browser, desk });
    bench.storageState = await bench.visit(signIn, undefined);
    return bench;
  }

  /** Runs `work` with a context that is closed afterwards. */
  async visit(work, storageState = this.storageState) {
    const context = await this.browser.newContext({ viewport: VIEWPORT, storageState, baseURL: this.desk });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }

  /** The cookies as a header, for calls without a browser. */
  get cookie() {
    return this.storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  close = () => this.browser.close();
}

async function signIn(context) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator('input[name="environment"][value="sandbox"]').check({ force: true });
  await page.locator('input[name="username"]').fill("issuer");
  await page.locator('input[name="password"]').fill("issuer-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return context.storageState();
}
