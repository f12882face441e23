import fs from "node:fs";
import { expect, it } from "vitest";
import * as german from "./de";

type Group = Record<string, unknown>;

async function readEnglish(): Promise<Group> {
  const names = fs.readdirSync("lib/messages").filter((name) => /^[a-z-]+\.ts$/.test(name));
  const modules: Group[] = await Promise.all(
    names.map((name) => import(`../messages/${name.slice(0, -3)}.ts`)),
  );
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module)));
}

/** Every fixed text by its place. */
const textsOf = (value: unknown, path: string): [string, string][] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
};

it("the dictionary has every noun", async () => {
  const nouns = Object.entries(await readEnglish()).filter(([, value]) => typeof value === "object");
  const { speech: _, languages: __, ...catalogues } = Object.fromEntries(nouns);
  expect(Object.keys(german).sort()).toEqual(Object.keys(catalogues).sort());
});

/** A name, a unit or a single word may be the same in both. */
const IS_WORD = /^[^a-z]*$|^[\p{L}\d./:+-]+$/u;
/** What is typed, pasted or named so in every language. */
const SHARED = new Set([
  "assetSettingsText.registry.title",
  "assignmentGridText.import.example",
  "autoInvestText.call.signature",
  "treasuryText.chains.elementsregtest",
  "userImportText.form.placeholder",
]);

it("no sentence was left in English", async () => {
  const english = new Map(textsOf(await readEnglish(), ""));
  const left = textsOf(german, "").filter(
    ([path, text]) => english.get(path) === text && !IS_WORD.test(text),
  );
  expect(new Set(left.map(([path]) => path))).toEqual(SHARED);
});
