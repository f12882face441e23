import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { withoutComments } from "@/server/testing";

interface Verb {
  name: string;
  isExported: boolean;
  takesActor: boolean;
  body: string;
}

/** Verbs that ask nobody, each for a reason. */
const EXCEPTIONS = [
  // ends the person's own session, which every role may, and without a session too
  "signOut",
];

const HEAD = /^(export )?(?:async function|function|const) (\w+)/;

/** A file's declarations: each begins at the margin and lasts until the next one. */
const verbsOf = (text: string): Verb[] =>
  withoutComments(text)
    .split(/^(?=(?:export )?(?:async function|function|const|interface|type) )/m)
    .flatMap((part) => {
      const [head, exported, name] = HEAD.exec(part) ?? [];
      if (head === undefined || name === undefined) return [];
      return {
        name,
        isExported: exported !== undefined,
        takesActor: /\basync\b/.test(part) && /\(\s*actor: Actor\b/.test(part),
        body: part.slice(head.length),
      };
    });

const calls = (body: string, name: string) => new RegExp(`\\b${name}\\b(?:<[^>]*>)?\\(`).test(body);

/** Names of the verbs that ask `authorize` themselves or through another verb. */
function authorized(verbs: Verb[]): Set<string> {
  const found = new Set(["authorize"]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { name, body } of verbs) if ([...found].some((known) => calls(body, known))) found.add(name);
  }
  return found;
}

function offenders(verbs: Verb[]): string[] {
  const asking = authorized(verbs);
  return verbs
    .filter(({ name, isExported, takesActor }) => isExported && takesActor && !asking.has(name))
    .map(({ name }) => name);
}

const verbs = fs
  .readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
  .flatMap((file) => verbsOf(fs.readFileSync(path.join(import.meta.dirname, file), "utf8")));

describe("the services", () => {
  it("ask what the role may do in every verb that acts for somebody", () => {
    expect(verbs.filter(({ isExported, takesActor }) => isExported && takesActor).length).toBeGreaterThan(35);
    expect(offenders(verbs)).toEqual(EXCEPTIONS);
  });
});

describe("the rule itself", () => {
  const guarded = `async function guard(actor: Actor) {\n  await authorize(actor, "asset:read");\n}\n`;

  it("finds a verb that asks nobody, as a function and as a cached one", () => {
    const open = `export async function peek(actor: Actor) {\n  return ampAs(actor);\n}\n`;
    const cached = `export const look = cache(async (actor: Actor) => {\n  return ampAs(actor);\n});\n`;
    expect(offenders(verbsOf(guarded + open + cached))).toEqual(["peek", "look"]);
  });

  it("follows the way through another verb", () => {
    const through = `export async function read(\n  actor: Actor,\n): Promise<void> {\n  await guard(actor);\n}\n`;
    expect(offenders(verbsOf(guarded + through))).toEqual([]);
  });
});
