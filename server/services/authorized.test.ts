import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { withoutComments } from "@/server/testing";

interface Verb {
  name: string;
  isExported: boolean;
  takesActor: boolean;
  isAsync: boolean;
  body: string;
}

/** Verbs that ask nobody, each for a reason. */
const EXCEPTIONS = [
  // every list is read by its own service, which asks; `exports.contract.test.ts` holds managers against it
  "exportList",
  // ends the person's own session, which every role may, and without a session too
  "signOut",
];

const HEAD = /^(export )?(?:(?:async )?function\*?|const) (\w+)/;

/** A file's declarations: each begins at the margin and lasts until the next one. */
const verbsOf = (text: string): Verb[] =>
  withoutComments(text)
    .split(/^(?=(?:export )?(?:(?:async )?function\*?|const|interface|type) )/m)
    .flatMap((part) => {
      const [head, exported, name] = HEAD.exec(part) ?? [];
      if (head === undefined || name === undefined) return [];
      return {
        name,
        isExported: exported !== undefined,
        isAsync: /^(?:export )?(?:async function|const \w+ = async)/.test(part),
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

const verbsIn = (isMeant: (file: string) => boolean): Verb[] =>
  fs
    .readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !/\.test\.|testing/.test(file) && isMeant(file))
    .flatMap((file) => verbsOf(fs.readFileSync(path.join(import.meta.dirname, file), "utf8")));

const verbs = verbsIn(() => true);

/** Verbs of the portal that act for nobody who is signed in, each for a reason. */
const VISITORS = [
  // what anybody who opens an issuer's link is told
  "readIssuer",
  // AMP is asked by the issuer's access, about a text that names nobody
  "isGaidKnown",
  // come before there is a session
  "startSignIn",
  "finishSignIn",
];

/** What would name somebody: an investor's verb takes it from the session alone. */
const NAMES_SOMEBODY = /\b(?:address|sessionId|wallet)\b/;

interface Parameters {
  name: string;
  isInvestors: boolean;
  others: string;
}

/** The parameters of an exported async function, up to the brace of its body. */
function parametersOf({ name, body }: Verb): Parameters {
  const [, first = "", others = ""] =
    /^\s*(?:= async )?\(\s*(investor: Investor)?([\s\S]*?)\)(?::[^=]*?)?\s*(?:=> )?\{\n/.exec(body) ?? [];
  return { name, isInvestors: first !== "", others };
}

function strangers(all: Verb[]): string[] {
  return all
    .filter(({ isExported, isAsync }) => isExported && isAsync)
    .map(parametersOf)
    .filter(({ isInvestors, others }) => !isInvestors || NAMES_SOMEBODY.test(others))
    .map(({ name }) => name);
}

describe("the services", () => {
  it("ask what the role may do in every verb that acts for somebody", () => {
    expect(verbs.filter(({ isExported, takesActor }) => isExported && takesActor).length).toBeGreaterThan(35);
    expect(offenders(verbs)).toEqual(EXCEPTIONS);
  });
});

describe("the portal's services", () => {
  it("act for the wallet of the session, never for one that somebody names", () => {
    const portal = verbsIn((file) => /^invest(-[\w-]+)?\.ts$/.test(file));
    expect(portal.filter(({ isExported, isAsync }) => isExported && isAsync).length).toBeGreaterThan(12);
    expect(strangers(portal).sort()).toEqual([...VISITORS].sort());
  });

  it("would be caught", () => {
    const own = `export async function read(investor: Investor, { id }: { id: string }) {\n  return 1;\n}\n`;
    const named = `export async function peek(\n  investor: Investor,\n  { address }: { address: string },\n) {\n}\n`;
    const open = `export async function look(slug: string) {\n  return 1;\n}\n`;
    expect(strangers(verbsOf(own + named + open))).toEqual(["peek", "look"]);
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
