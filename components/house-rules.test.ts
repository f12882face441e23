import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const rooms = ["app", "components"];

/** Classes and styles that name a side of the screen instead of a side of the text. */
const PHYSICAL = [
  /(?<![\w-])-?(?:ml|mr|pl|pr|scroll-ml|scroll-mr|scroll-pl|scroll-pr)-(?:\[|\(|\d|px|auto)/g,
  /(?<![\w-])-?(?:left|right)-(?:\[|\(|\d|px|auto|full)/g,
  /(?<![\w-])text-(?:left|right)(?![\w-])/g,
  /(?<![\w-])(?:float|clear)-(?:left|right)(?![\w-])/g,
  /(?<![\w-])(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?:-[\w[(]|(?![\w-]))/g,
  /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?![\w])\s*:/g,
  /(?:marginLeft|marginRight|paddingLeft|paddingRight|borderLeft|borderRight)/g,
  // A chart's own margins may name sides: they are coordinates of a drawing, not layout.
  /(?<=style=\{\{[^}]*)(?<![\w-])(?:left|right)\s*:/g,
  /(?<=[{;\s])(?:left|right)\s*:[^,;{}\n]*;/g,
  /text-align\s*:\s*(?:left|right)/g,
];

/** Words in attributes that a person sees or hears; Biome looks at the text between tags only. */
const LITERAL =
  /(?<![\w-])(?:aria-label|aria-description|aria-roledescription|aria-valuetext|aria-placeholder|alt|placeholder|title|label|summary|caption|description|hint|confirmLabel)=(?:"[^"]*\p{L}[^"]*"|\{\s*["'`][^"'`]*\p{L}[^"'`]*["'`]\s*\})/gu;

const physicalIn = (text: string) => PHYSICAL.flatMap((pattern) => text.match(pattern) ?? []);
/** What stands inside `${…}` is looked up; only the words around it count. */
const literalsIn = (text: string) => text.replace(/\$\{[^}]*\}/g, "").match(LITERAL) ?? [];

function sources(endings: string[]): string[] {
  return rooms.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => endings.includes(path.extname(file)) && !file.includes(".test."))
      .map((file) => path.join(room, file)),
  );
}

/**
 * Sent before its scripts have come, a form without an action would load the page anew, with what was typed in the address
 * or lost. One of the method `dialog` that stands in no dialog does nothing then.
 */
const hastyFormsIn = (text: string) =>
  (text.match(/<form\b[\s\S]*?>\n/g) ?? []).filter((tag) => !/\b(?:action=|method="dialog")/.test(tag));

/** What changes by the page's own refresh must not be a key: the form would begin anew, and lose what is typed. */
const countedKeysIn = (text: string) => text.match(/\bkey=\{[^{}]*(?:\.length|\.size|[cC]ount)\}/g) ?? [];

const offences = (files: string[], find: (text: string) => string[]) =>
  files.flatMap((file) =>
    find(readFileSync(path.join(root, file), "utf8")).map((found) => `${file}: ${found}`),
  );

describe("the pages", () => {
  it("lay out by the direction of the text, never by left and right", () => {
    expect(offences(sources([".tsx", ".ts", ".css"]), physicalIn)).toEqual([]);
  });

  it("keep what is typed, out of the address, when a form is sent before its scripts have come", () => {
    expect(offences(sources([".tsx"]), hastyFormsIn)).toEqual([]);
  });

  it("keep what is typed when a list grows or shrinks", () => {
    expect(offences(sources([".tsx"]), countedKeysIn)).toEqual([]);
  });

  it("take the words of attributes from the message catalogue", () => {
    expect(offences(sources([".tsx"]), literalsIn)).toEqual([]);
  });
});

describe("the rules themselves", () => {
  it("find a form that would be sent without its scripts, over one line and over several", () => {
    expect(hastyFormsIn("<form onSubmit={send}>\n")).toHaveLength(1);
    expect(hastyFormsIn('<form\n  method="post"\n  onSubmit={send}\n>\n')).toHaveLength(1);
    expect(hastyFormsIn('<form method="dialog" onSubmit={send}>\n')).toEqual([]);
    expect(hastyFormsIn("<form action={signOut} onSubmit={send}>\n")).toEqual([]);
  });

  it("find a key that is a count", () => {
    expect(countedKeysIn("<Form key={gaids.length} />")).toHaveLength(1);
    expect(countedKeysIn("<Form key={category.memberCount} />")).toHaveLength(1);
    expect(countedKeysIn("<Form key={category.id} without={gaids.length} />")).toEqual([]);
  });

  it.each([
    "ml-2",
    "-mr-px",
    "md:pl-[3px]",
    "left-0",
    "hover:text-right",
    "border-l",
    "rounded-tl-md",
    "border-r-2",
  ])("catch %s", (name) => {
    expect(physicalIn(`className="flex ${name} p-2"`)).not.toEqual([]);
  });

  it.each([
    "ms-2",
    "start-0",
    "text-end",
    "border-s",
    "rounded-ss-md",
    "rounded-lg",
    "border-ring",
    "-translate-x-1/2",
    "html-1",
  ])("let %s pass", (name) => {
    expect(physicalIn(`className="flex ${name} p-2"`)).toEqual([]);
  });

  it("catch a style that names a side", () => {
    expect(physicalIn(".a { margin-left: 1px }")).not.toEqual([]);
    expect(physicalIn(".a { top: 0; left: 1px; }")).not.toEqual([]);
    expect(physicalIn("<b style={{ top: 0, right: 4 }} />")).not.toEqual([]);
    expect(physicalIn("<BarChart margin={{ left: 0, right: 4 }} />")).toEqual([]);
    expect(physicalIn("element.style.paddingRight = '1px'")).not.toEqual([]);
    expect(physicalIn(".a { inset-inline-start: 0; background: linear-gradient(to right, a, b) }")).toEqual(
      [],
    );
  });

  const hole = "$" + "{text.copy}";

  it("catch a literal in an attribute and let a looked-up text and a plain sign pass", () => {
    expect(literalsIn('<input placeholder="Name" />')).toHaveLength(1);
    expect(literalsIn("<button aria-label={'Close'} />")).toHaveLength(1);
    expect(literalsIn("<b title={`Close it`} />")).toHaveLength(1);
    expect(literalsIn(`<b title={\`Copy ${hole}\`} />`)).toHaveLength(1);
    expect(literalsIn(`<b title={\`${hole} – ${hole}\`} />`)).toEqual([]);
    expect(literalsIn('<input placeholder={text.name} title="–" aria-labelledby="heading" />')).toEqual([]);
  });
});
