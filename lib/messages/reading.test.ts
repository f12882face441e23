import fs from "node:fs";
import { expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { readSources } from "@/server/testing";

/** A text that is read while its module loads is in the language of whoever came first, for everybody. */
it("no module reads a text while it loads", { timeout: 30_000 }, async () => {
  const catalogues = await allCatalogues();
  const { files } = readSources();
  const early = [...files]
    .filter(([file, text]) => text.includes("messages/") && !/\.test\.tsx?$|^e2e\//.test(file))
    .flatMap(([file, text]) => readWhileLoading(file, text, catalogues).map((read) => `${file}: ${read}`));
  expect(early).toEqual([]);
});

it.each([
  ["const title = assetsText.title;", ["assetsText.title"]],
  ["const { title, kinds } = assetsText;", ["assetsText.title"]],
  ["const { kinds } = assetsText; const FILTER = { label: kinds.restricted };", ["kinds.restricted"]],
  ["const { kinds } = assetsText; const OPTIONS = optionsOf(kinds);", ["kinds"]],
  ["export const metadata = { title: assetsText.title } satisfies Metadata;", ["assetsText.title"]],
  [
    "const { kinds } = assetsText; const ALL = KINDS.map((kind) => ({ label: kinds[kind] }));",
    ["kinds.restricted"],
  ],
  ["const { kinds: words } = assetsText; const label = () => words.restricted;", []],
  ["const BY_KIND = { asset: assetsText.kinds }; function f() { return assetsText.title; }", []],
])("%s", async (code, expected) => {
  const text = `import { assetsText } from "@/lib/messages/assets";\n${code}`;
  expect(readWhileLoading("one.tsx", text, await allCatalogues())).toEqual(expected);
});

type Group = Record<string, unknown>;
type Catalogues = ReadonlyMap<string, Group>;

async function allCatalogues(): Promise<Catalogues> {
  const names = fs.readdirSync("lib/messages").filter((name) => /^[a-z-]+\.ts$/.test(name));
  const modules: Group[] = await Promise.all(
    names.map((name) => import(`../messages/${name.slice(0, -3)}.ts`)),
  );
  return new Map(modules.flatMap((module) => Object.entries(module)).filter(isGroup));
}

const isGroup = (entry: [string, unknown]): entry is [string, Group] =>
  typeof entry[1] === "object" && entry[1] !== null;

/** What of ESTree this test looks at. */
interface Node extends Group {
  type: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Group).type === "string";

/** Neither what runs later nor what is a type. */
const isSkipped = ({ type }: Node): boolean =>
  /Function|^MethodDefinition$|^ImportDeclaration$/.test(type) ||
  (type.startsWith("TS") && !/^TS(As|Satisfies|NonNull)/.test(type));

/** What a list is walked with while the module loads. */
const isRunAtOnce = (node: Node, { type, callee }: Node): boolean =>
  node.type === "ArrowFunctionExpression" &&
  type === "CallExpression" &&
  isNode(callee) &&
  isNode(callee.property) &&
  /^(map|flatMap|filter|find|reduce|some|every|forEach|from)$/.test(String(callee.property.name));

/** @returns the texts, as they are written there */
function readWhileLoading(file: string, text: string, catalogues: Catalogues): string[] {
  const program = parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }) as unknown as Node & {
    body: Node[];
  };
  const known = new Map<string, unknown>(importedFrom(program.body, catalogues));
  const found: string[] = [];

  const groupAt = (node: Node): { path: string; value: unknown } | null => {
    if (node.type === "Identifier") {
      const name = String(node.name);
      return known.has(name) ? { path: name, value: known.get(name) } : null;
    }
    if (node.type !== "MemberExpression" || !isNode(node.object) || !isNode(node.property)) return null;
    const group = groupAt(node.object);
    if (group === null || !isGroup(["", group.value])) return group;
    const key = node.computed ? Object.keys(group.value as Group)[0] : String(node.property.name);
    return { path: `${group.path}.${key}`, value: (group.value as Group)[key ?? ""] };
  };

  const declare = (pattern: Node, { path, value }: { path: string; value: unknown }) => {
    if (!isGroup(["", value])) found.push(path);
    else if (pattern.type === "Identifier") known.set(String(pattern.name), value);
    else
      for (const property of (pattern.properties ?? []) as Node[]) {
        const key = String((property.key as Node).name);
        declare(property.value as Node, { path: `${path}.${key}`, value: (value as Group)[key] });
      }
  };

  const visit = (node: Node, parent: Node) => {
    if (isSkipped(node) && !isRunAtOnce(node, parent)) return;
    const read = groupAt(node);
    if (read !== null) {
      const isHandedOver = ["CallExpression", "SpreadElement"].includes(parent.type);
      if (!isGroup(["", read.value]) || isHandedOver) found.push(read.path);
      return;
    }
    if (node.type === "VariableDeclarator" && isNode(node.init) && isNode(node.id)) {
      const declared = groupAt(node.init);
      if (declared !== null) return declare(node.id, declared);
      return visit(node.init, node);
    }
    if (node.type === "Property" && isNode(node.value) && !node.computed) return visit(node.value, node);
    for (const part of Object.values(node).flat()) if (isNode(part)) visit(part, node);
  };
  for (const statement of program.body) visit(statement, program);
  return found;
}

const importedFrom = (body: Node[], catalogues: Catalogues): [string, Group][] =>
  body
    .filter(
      (node) => node.type === "ImportDeclaration" && /messages\//.test(String((node.source as Node).value)),
    )
    .flatMap((node) => node.specifiers as { imported?: { name: string }; local: { name: string } }[])
    .flatMap(({ imported, local }): [string, Group][] => {
      const group = catalogues.get(imported?.name ?? "");
      return group === undefined ? [] : [[local.name, group]];
    });
