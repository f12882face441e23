import { untilQuiet } from "./processor.mjs";
import { median } from "./quantiles.mjs";

/** Lighthouse's slow 4G, applied to every request, and a processor four times as slow. */
export const SLOW = {
  latency: 150,
  downloadThroughput: (1_600 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const CPU_RATE = 4;
/** After the page is loaded: what comes later by itself is no paint of it. */
const QUIET_MS = 4_000;

/** Visits of one page: a machine that somebody else uses as well is slow now and then. */
const VISITS = 3;

/**
 * The largest paint of a page on a slow line, from an empty cache. Somebody has looked at it before: an old copy of AMP's
 * list is read again behind its page, and the worker, which reads it in time otherwise, rests here.
 * @returns milliseconds, the middle one of some visits, and which element it was
 */
export async function largestPaint(browser, path) {
  const paints = [];
  await browser.visit(async (context) => {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle", timeout: 90_000 });
  });
  for (let visit = 0; visit < VISITS; visit += 1) {
    await untilQuiet();
    paints.push(await paintOf(browser, path));
  }
  return paints.toSorted((a, b) => a.ms - b.ms)[(VISITS - 1) / 2];
}

const paintOf = (browser, path) =>
  browser.visit(async (context) => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
    await page.addInitScript(() => {
      globalThis.paints = [];
      new PerformanceObserver((list) => globalThis.paints.push(...list.getEntries())).observe({
        type: "largest-contentful-paint",
        buffered: true,
      });
    });
    await page.goto(path, { waitUntil: "load", timeout: 90_000 });
    await page.waitForTimeout(QUIET_MS);
    return page.evaluate(() => {
      const last = globalThis.paints.at(-1);
      const { element } = last;
      const isChart = Boolean(element?.closest("svg, canvas, [class*=recharts]"));
      const words = element?.textContent?.trim().replace(/\s+/g, " ").slice(0, 40) ?? "";
      return {
        ms: last.startTime,
        element: element ? `<${element.localName}> ${words}` : "an element that has gone",
        isChart,
      };
    });
  });

/**
 * A person sorts, filters, pages and scrolls the list of users.
 * @returns the slowest interaction in milliseconds (INP of so few), and how many there were
 */
export const slowestInteraction = (browser) =>
  browser.visit(async (context) => {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.interactions = new Map();
      new PerformanceObserver((list) => {
        for (const { interactionId, duration, name } of list.getEntries()) {
          const known = globalThis.interactions.get(interactionId);
          if (interactionId > 0 && duration > (known?.duration ?? 0))
            globalThis.interactions.set(interactionId, { duration, name });
        }
      }).observe({ type: "event", durationThreshold: 16, buffered: true });
    });
    await page.goto("/users", { waitUntil: "networkidle", timeout: 90_000 });
    const settled = async () => {
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(300);
    };
    const heads = page.locator("thead a");
    for (const head of [heads.last(), heads.first(), heads.first(), heads.last()]) {
      await head.click();
      await settled();
    }
    const search = page.getByRole("searchbox");
    await search.pressSequentially("anna", { delay: 60 });
    await search.press("Enter");
    await settled();
    await search.fill("");
    await search.press("Enter");
    await settled();
    await page.getByRole("combobox").first().selectOption({ index: 1 });
    await settled();
    for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 400);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await settled();
    const all = await page.evaluate(() => [...globalThis.interactions.values()]);
    const slowest = all.toSorted((a, b) => b.duration - a.duration)[0];
    return { ms: slowest?.duration ?? 0, name: slowest?.name ?? "none above 16 ms", count: all.length };
  });

/** The bars, as the server draws them or as the chart's library does in their place. */
const CHART = "[data-drawn-bars], svg.recharts-surface .recharts-bar-rectangle";

/**
 * From asking for the page of owners to the chart on the screen, the read model being there; beside it the download of
 * the same list from AMP, all without a line to slow them. Turn by turn.
 * @returns milliseconds: from pressing the tab in a desk that is open, from the address in a browser that has nothing of
 * the desk yet, and of the download
 */
export async function chartAgainstDownload(browser, assetUuid, amp, rounds = 5) {
  const [opened, pressed, downloads] = [[], [], []];
  await browser.visit(async (desk) => {
    const page = await desk.newPage();
    await firstChart(page, assetUuid);
    for (let round = 0; round < rounds; round += 1) {
      downloads.push(await downloadOwners(assetUuid, amp));
      pressed.push(await chartOfTab(page, assetUuid));
      opened.push(await browser.visit(async (context) => firstChart(await context.newPage(), assetUuid)));
    }
  });
  return { pressedMs: median(pressed), openedMs: median(opened), downloadMs: median(downloads) };
}

async function firstChart(page, assetUuid) {
  const began = performance.now();
  await page.goto(`/assets/${assetUuid}/ownership`, { waitUntil: "commit" });
  await page.locator(CHART).first().waitFor();
  return performance.now() - began;
}

async function chartOfTab(page, assetUuid) {
  const tab = (place) => page.locator(`nav a[href="/assets/${assetUuid}${place}"]`).first();
  await tab("/activity").click();
  await page.locator(CHART).first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
  const began = performance.now();
  await tab("/ownership").click();
  await page.locator(CHART).first().waitFor();
  return performance.now() - began;
}

async function downloadOwners(assetUuid, amp) {
  const began = performance.now();
  const answer = await fetch(`${amp.url}/api/assets/${assetUuid}/ownerships`, { headers: amp.headers });
  if (!answer.ok) throw new Error(`AMP answered ${answer.status} instead of its list of owners.`);
  await answer.arrayBuffer();
  return performance.now() - began;
}
