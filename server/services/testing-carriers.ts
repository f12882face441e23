import fs from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";

/** What an element hands on that ends in an action: the attribute, and the actions as "assets: setAssetLockAction". */
export interface Carried {
  attribute: string;
  actions: string[];
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** A declaration at the top of a file. */
interface Unit {
  names: string[];
  node: Node;
  mentions: Set<string>;
}

interface Source {
  file: string;
  text: string;
  /** Local name → where it comes from. */
  imports: Map<string, { from: string; name: string }>;
  units: Unit[];
  /** Name → actions that it ends in. */
  ends: Ends;
}

type Ends = Map<string, Set<string>>;

const ROOMS = ["components", "app/(desk)"];
/** Investors' pages and the sign-in: nobody's there is a role of the desk. */
const ELSEWHERE = /^components\/(invest|sign-in)\//;

const sourceFiles = () =>
  ROOMS.flatMap((room) =>
    fs
      .readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => path.join(room, file))
      .filter((file) => !ELSEWHERE.test(file)),
  );

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Types say nothing about what runs. */
const TYPES = new Set([
  "typeAnnotation",
  "typeArguments",
  "typeParameters",
  "returnType",
  "superTypeArguments",
]);

/** Walks a tree; what `visit` answers false to is not entered. */
function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  if (visit(node) === false) return;
  for (const [key, value] of Object.entries(node)) {
    if (TYPES.has(key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

/** Names that are read outside of elements; each element speaks for itself. */
function mentionsOf(root: Node): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): boolean | undefined => {
    if (node.type === "JSXElement" || node.type === "JSXFragment") return false;
    if (node.type === "Identifier") names.add(String(node.name));
    const member = node.type === "MemberExpression" && !node.computed && (node.object as Node);
    if (member) walk(member, visit);
    const isKeyed = node.type === "Property" && !node.computed && isNode(node.value);
    if (isKeyed) walk(node.value as Node, visit);
    return member || isKeyed ? false : undefined;
  };
  walk(root, visit);
  return names;
}

/** The names that a pattern binds: `a`, `{ a, b: c }`, `[a, b]`. */
function boundBy(pattern: Node): string[] {
  if (pattern.type === "Identifier") return [String(pattern.name)];
  if (pattern.type === "Property") return boundBy(pattern.value as Node);
  if (pattern.type === "AssignmentPattern") return boundBy(pattern.left as Node);
  if (pattern.type === "RestElement") return boundBy(pattern.argument as Node);
  const parts = (pattern.properties ?? pattern.elements ?? []) as (Node | null)[];
  return parts.flatMap((part) => (part ? boundBy(part) : []));
}

function declared(node: Node): { names: string[]; node: Node }[] {
  if (node.type === "FunctionDeclaration") return [{ names: isNode(node.id) ? boundBy(node.id) : [], node }];
  if (node.type === "VariableDeclaration")
    return (node.declarations as Node[]).map((one) => ({ names: boundBy(one.id as Node), node: one }));
  const inner = node.declaration;
  return isNode(inner) ? declared(inner) : [];
}

const ACTIONS = "@/server/actions/";

function read(file: string): Source {
  const text = fs.readFileSync(file, "utf8");
  const source: Source = { file, text, imports: new Map(), units: [], ends: new Map() };
  const { body } = parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }) as unknown as { body: Node[] };
  for (const statement of body) {
    if (statement.type === "ImportDeclaration") addImports(source, statement);
    for (const unit of declared(statement)) source.units.push({ ...unit, mentions: mentionsOf(unit.node) });
  }
  return source;
}

function addImports(source: Source, { source: from, specifiers }: Node): void {
  const module = String((from as Node).value);
  for (const { local, imported } of specifiers as Node[]) {
    const [name = ""] = boundBy(local as Node);
    const original = isNode(imported) ? String(imported.name) : name;
    if (module.startsWith(ACTIONS))
      source.ends.set(name, new Set([`${module.slice(ACTIONS.length)}: ${original}`]));
    else source.imports.set(name, { from: resolved(module, source.file), name: original });
  }
}

const resolved = (module: string, file: string) =>
  module.startsWith("@/") ? module.slice(2) : path.join(path.dirname(file), module);

/** A component says by its own elements what it does. */
const isComponent = (name: string) => /^[A-Z]/.test(name);

const endsOf = (mentions: Iterable<string>, ends: Ends, local: Ends = new Map()): Set<string> =>
  new Set([...mentions].flatMap((name) => [...(local.get(name) ?? ends.get(name) ?? [])]));

/** @returns whether something was added */
function add(ends: Ends, names: string[], actions: Set<string>): boolean {
  let isMore = false;
  for (const name of names) {
    const known = ends.get(name) ?? new Set();
    if ([...actions].every((action) => known.has(action))) continue;
    ends.set(name, new Set([...known, ...actions]));
    isMore = true;
  }
  return isMore;
}

/** Hooks and helpers, of this file and of others, end in what they mention. @returns whether something was added */
function spread(source: Source, others: Map<string, Source>): boolean {
  const imported = [...source.imports].map(([name, { from, name: original }]) => {
    const actions = isComponent(name) ? undefined : others.get(from)?.ends.get(original);
    return actions ? add(source.ends, [name], actions) : false;
  });
  const own = source.units.map(({ names, mentions }) =>
    add(
      source.ends,
      names.filter((name) => !isComponent(name)),
      endsOf(mentions, source.ends),
    ),
  );
  return [...imported, ...own].some(Boolean);
}

/** What the variables and functions within a component end in. */
function localEnds({ node }: Unit, ends: Ends): Ends {
  const locals: { names: string[]; mentions: Set<string> }[] = [];
  walk(node, (inner) => {
    if (inner === node || !["VariableDeclarator", "FunctionDeclaration"].includes(inner.type)) return;
    const value = inner.type === "VariableDeclarator" ? inner.init : inner;
    if (isNode(value) && isNode(inner.id))
      locals.push({ names: boundBy(inner.id), mentions: mentionsOf(value) });
  });
  const local: Ends = new Map();
  const more = () =>
    locals.map(({ names, mentions }) => add(local, names, endsOf(mentions, ends, local))).some(Boolean);
  while (more());
  return local;
}

function carriedBy(element: Node, ends: Ends, local: Ends): Carried[] {
  const { attributes } = element.openingElement as { attributes: Node[] };
  return attributes.flatMap((attribute) => {
    const value = attribute.type === "JSXSpreadAttribute" ? attribute.argument : attribute.value;
    const actions = isNode(value) ? [...endsOf(mentionsOf(value), ends, local)] : [];
    const name = isNode(attribute.name) ? String(attribute.name.name) : "";
    return actions.length > 0 ? [{ attribute: name, actions }] : [];
  });
}

const placeOf = (text: string, start: number) => {
  const lines = text.slice(0, start).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
};

/** Every element that hands on what ends in an action, by where it is written: "components/a.tsx:12:7". */
export function carriers(): Map<string, Carried[]> {
  const sources = sourceFiles().map(read);
  const byModule = new Map(sources.map((source) => [source.file.replace(/\.tsx?$/, ""), source]));
  while (sources.map((source) => spread(source, byModule)).some(Boolean));
  const found = new Map<string, Carried[]>();
  for (const source of sources)
    for (const unit of source.units) {
      const local = localEnds(unit, source.ends);
      walk(unit.node, (node) => {
        const carried = node.type === "JSXElement" ? carriedBy(node, source.ends, local) : [];
        if (carried.length > 0) found.set(`${source.file}:${placeOf(source.text, node.start)}`, carried);
        return undefined;
      });
    }
  return found;
}
