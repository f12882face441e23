import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const STATIC_IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gms;

const fileOf = (from: string, name: string): string | undefined => {
  const base = name.startsWith("@/")
    ? path.join(root, name.slice(2))
    : path.resolve(path.dirname(from), name);
  return [".ts", ".tsx", "/index.ts"].map((ending) => base + ending).find((file) => existsSync(file));
};

/** Everything a page carries from its first load: static imports, without what exists as a type alone. */
function reachOf(entry: string, seen = new Map<string, string>(), via = "") {
  if (seen.has(entry)) return seen;
  seen.set(entry, via);
  for (const [, named, bare] of readFileSync(entry, "utf8").matchAll(STATIC_IMPORT)) {
    const name = named ?? bare ?? "";
    const isOurs = name.startsWith("@/") || name.startsWith(".");
    // What stands in server/ never reaches the browser.
    const file = isOurs && !name.startsWith("@/server/") ? fileOf(entry, name) : undefined;
    if (file) reachOf(file, seen, entry);
    else if (!isOurs) seen.set(name, entry);
  }
  return seen;
}

const pages = readdirSync(path.join(root, "app/invest"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(?:page|layout)\.tsx$/.test(file))
  .map((file) => path.join(root, "app/invest", file));

const isWallet = (name: string) =>
  name.includes("components/invest/wallet/") || /^(?:wagmi|viem|qr|@walletconnect)(?:\/|$)/.test(name);

describe("the first load of the portal", () => {
  it.each(pages)("%s carries nothing that speaks to wallets", (page) => {
    const reached = reachOf(page);
    expect([...reached].filter(([name]) => isWallet(name))).toEqual([]);
    expect(reached.size).toBeGreaterThan(5);
  });

  it("would notice: the panel itself carries wagmi", () => {
    const reached = reachOf(path.join(root, "components/invest/wallet/sign-in-panel.tsx"));
    expect([...reached.keys()]).toContain("wagmi");
  });
});
