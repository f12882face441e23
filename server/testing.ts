import fs from "node:fs";
import path from "node:path";

export interface Ends {
  from: string;
  to: string;
}

/** One `import` of our own code: both ends are paths from the root of the repository. */
export interface Edge extends Ends {
  /** `import type` or `export type`: gone at run time. */
  isType: boolean;
}

export interface Sources {
  /** Text by path. */
  files: ReadonlyMap<string, string>;
  edges: Edge[];
  /** Imports of our own code that lead nowhere. */
  dangling: string[];
  /** Imports of packages and of Node's modules. */
  packages: Ends[];
}

const ROOTS = ["app", "components", "lib", "server", "e2e"];
const IS_SOURCE = /(?<!\.d)\.(ts|tsx|mts|mjs)$/;

/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`, types included. */
const IMPORT =
  /^[ \t]*(?:import|export)\b(?:[^;"'`]*?\bfrom\s*)?\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/gm;

/** Every source file of the repository and what it imports. */
export function readSources(): Sources {
  const listed = ROOTS.flatMap((root) =>
    fs.readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(root, file)),
  );
  const names = [...listed, ...fs.readdirSync(".")].filter((file) => IS_SOURCE.test(file));
  const files = new Map(names.sort().map((file) => [file, fs.readFileSync(file, "utf8")]));
  const sources: Sources = { files, edges: [], dangling: [], packages: [] };
  for (const [from, text] of files) {
    for (const found of importsOf(text)) addEdge(sources, from, found);
  }
  return sources;
}

interface Import {
  wanted: string;
  isType: boolean;
}

export const importsOf = (text: string): Import[] =>
  [...withoutComments(text).matchAll(IMPORT)].map(([statement, named, dynamic]) => ({
    wanted: named ?? dynamic ?? "",
    isType: /^\s*(import|export)\s+type\b/.test(statement),
  }));

/** Whole-line and block comments; strings stay as they are. */
export const withoutComments = (text: string): string =>
  text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");

function addEdge(sources: Sources, from: string, { wanted, isType }: Import): void {
  const target = ownPath(from, wanted);
  if (target === null) {
    sources.packages.push({ from, to: wanted });
    return;
  }
  const to = resolve(target);
  if (to === null) sources.dangling.push(`${from} → ${wanted}`);
  else sources.edges.push({ from, to, isType });
}

const ownPath = (from: string, wanted: string): string | null => {
  if (wanted.startsWith("@/")) return wanted.slice(2);
  return wanted.startsWith(".") ? path.posix.join(path.posix.dirname(from), wanted) : null;
};

const ENDINGS = ["", ".ts", ".tsx", ".mjs", "/index.ts", "/index.tsx"];
const resolve = (target: string): string | null =>
  ENDINGS.map((ending) => target + ending).find((file) =>
    fs.statSync(file, { throwIfNoEntry: false })?.isFile(),
  ) ?? null;

/** The first cycle found, as a path that ends where it began; null when there is none. */
export function findCycle(edges: Ends[]): string[] | null {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const finished = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const to of targets.get(file) ?? []) {
      const cycle = walk(to, [...trail, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}
