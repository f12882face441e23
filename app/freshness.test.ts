import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const DESK = "app/(desk)/";

/** Pages without an age of their own, and why. */
const AGELESS: Record<string, string> = {
  "assets/new": "a form",
  "users/new": "a form",
  "users/import": "a form",
  gaids: "a form",
  "audit/[id]": "written once",
  "audit/calls/[id]": "written once",
  "sandbox/switches": "the sandbox's own, turned there",
  "sandbox/worlds": "the sandbox's own, made there",
  "sandbox/decisions/[uuid]": "written once",
};

const SHOWS_AGE = /<(Freshness|CopyFreshness|PageCopyFreshness|ReadAt)\b/;

/** Whether a file, or a component it is made of, says how old its rows are. */
function showsAge(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  return SHOWS_AGE.test(text) || importsOf(file, text).some((other) => showsAge(other, seen));
}

const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/from "(@\/components\/[^"]+|\.[^"]+)"/g)].flatMap(([, name = ""]) => {
    const path = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
    return [`${path}.tsx`].filter(existsSync);
  });

describe("a page of what AMP or the node told", () => {
  const pages = readdirSync(DESK, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("page.tsx"))
    .filter((path) => readFileSync(join(DESK, path), "utf8").includes("pageData("));
  const nameOf = (page: string) => page.replace(/\/?page\.tsx$/, "");

  it.each(pages.map(nameOf).filter((name) => !Object.hasOwn(AGELESS, name)))(
    "says how old it is: %s",
    (name) => {
      expect(showsAge(join(DESK, name, "page.tsx"))).toBe(true);
    },
  );
});
