import { describe, expect, it } from "vitest";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { userImportText } from "@/lib/messages/user-import";
import { parseFile } from "./csv";
import { isNamedIn, MAX_IMPORT_ROWS, type PlannedRow, planImport } from "./user-import";
import { importTemplate } from "./user-import-template";

const GAID = "GAZvearji3AgWRzTavD3w3wnwnryp";
const OTHER = "GA2xHcXmTu51tS6bh5zc5yfxKtuM6C";
const { row: text } = userImportText;

const user = (id: number, name: string, rest: Partial<RegisteredUser> = {}): RegisteredUser => ({
  ...{ id, name, gaid: null, isCompany: false, categories: [], creator: 7 },
  ...rest,
});
const USERS = [user(1, "Alice Ames", { gaid: GAID, categories: [11] }), user(2, "Bob Boyd")];
const CATEGORIES = [
  { id: 11, name: "Accredited" },
  { id: 12, name: "EU, retail" },
];

const plan = (csv: string, mayCategorise = true) =>
  planImport(parseFile(csv), { users: USERS, categories: CATEGORIES, mayCategorise });
function rows(csv: string, mayCategorise?: boolean): PlannedRow[] {
  const planned = plan(csv, mayCategorise);
  if ("problem" in planned) throw new Error(planned.problem);
  return planned.rows;
}
/** What is wrong with the last row. */
const problemOf = (csv: string, mayCategorise?: boolean) => rows(csv, mayCategorise).at(-1)?.problem;

describe("a file of users", () => {
  it("registers whom the register does not have, and asks AMP about the GAID first", () => {
    expect(rows(`name;gaid;company;categories\r\nCarol;${OTHER};ja;Accredited|12\r\nDan;;;`)).toEqual([
      {
        ...{ number: 2, name: "Carol", userId: null, state: "unchecked", problem: null },
        steps: [
          { kind: "create", name: "Carol", isCompany: true, gaid: OTHER },
          { kind: "join", categoryId: 11 },
          { kind: "join", categoryId: 12 },
        ],
        cells: ["Carol", OTHER, "ja", "Accredited|12", "", ""],
      },
      {
        ...{ number: 3, name: "Dan", userId: null, state: "queued", problem: null },
        steps: [{ kind: "create", name: "Dan", isCompany: false, gaid: null }],
        cells: null,
      },
    ]);
  });

  it("may be German", () => {
    const [row] = rows("Id;Name;Unternehmen;Kategorien;Grund\n;Carol;Wahr;Accredited;Nein.");
    expect(row?.steps).toEqual([
      { kind: "create", name: "Carol", isCompany: true, gaid: null },
      { kind: "join", categoryId: 11 },
    ]);
  });

  it("comes again as it was refused: the reason is passed over, an apostrophe before a formula too", () => {
    const [row] = rows("name,company,reason\n'=Carol,perhaps,No.");
    expect(row).toMatchObject({ state: "refused", cells: ["=Carol", "", "perhaps", "", "", ""] });
    expect(rows("name,reason\n'=Carol,No.")[0]).toMatchObject({ state: "queued", name: "=Carol" });
    expect(rows("name\n'Ohana")[0]?.name).toBe("'Ohana");
  });

  it("changes what differs of a user with an id, and takes nothing away", () => {
    const [row] = rows(`id,name,gaid,categories\n1,Alice Ames-Ott,${OTHER},"EU, retail"`);
    expect(row).toMatchObject({ userId: 1, state: "unchecked" });
    expect(row?.steps).toEqual([
      { kind: "rename", name: "Alice Ames-Ott", before: "Alice Ames" },
      { kind: "add-gaid", gaid: OTHER },
      { kind: "join", categoryId: 12 },
    ]);
  });

  it("knows a user with the same name and GAID again, so a file can be imported twice", () => {
    expect(rows(`name,gaid,categories\nAlice Ames,${GAID},accredited`)[0]).toMatchObject({
      ...{ userId: 1, state: "same", steps: [] },
    });
    expect(rows("name,categories\nBob Boyd,Accredited")[0]).toMatchObject({
      ...{ userId: 2, steps: [{ kind: "join", categoryId: 11 }] },
    });
  });

  it("gives the lines of the file, also below an empty one", () => {
    expect(rows("name\n\nCarol\nDan").map(({ number }) => number)).toEqual([3, 4]);
  });
});

describe("a row", () => {
  it.each([
    ["without a name but with a GAID", `name,gaid\n,${OTHER}`, text.noName],
    ["with a name of 256 characters", `name\n${"x".repeat(256)}`, text.longName(256)],
    ["with a name of the register", "name,gaid\nAlice Ames,", text.nameTaken(1)],
    ["with a name of the file", "name\nCarol\nCarol", text.nameTwice(2)],
    ["with a GAID of another form", "name,gaid\nCarol,GA1", text.gaidForm],
    ["with a GAID of the register", `name,gaid\nCarol,${GAID}`, text.gaidTaken("Alice Ames", 1)],
    ["with a GAID of the file", `name,gaid\nCarol,${OTHER}\nDan,${OTHER}`, text.gaidTwice(2)],
    ["with an unknown category", "name,categories\nCarol,Retail", text.unknownCategory("Retail")],
    ["that is neither company nor person", "name,company\nCarol,maybe", text.company("maybe")],
    ["that would make a person a company", "id,company\n1,yes", text.companyFixed],
    ["for nobody", "id,name\n99,Carol", text.noUser("99")],
    ["for somebody with no number", "id,name\n1x,Carol", text.noUser("1x")],
    ["for the same user again", "id,name\n2,Carol\n2,Dan", text.idTwice(2)],
    ["that takes another user's name", "id,name\n2,Alice Ames", text.nameTaken(1)],
    ["that takes another user's GAID", `id,gaid\n2,${GAID}`, text.gaidTaken("Alice Ames", 1)],
    ["with a comma too many", "name\nCarol,Smith", text.tooManyCells],
  ])("%s is refused with what to do", (_, csv, problem) => {
    expect(problemOf(csv)).toBe(problem);
  });

  it("of a manager leaves categories alone", () => {
    expect(problemOf("name,categories\nCarol,Accredited", false)).toBe(text.issuerOnly);
    expect(problemOf("name,categories\nCarol,", false)).toBeNull();
  });

  it("that is refused keeps its name free for another", () => {
    const states = rows("name,gaid\nCarol,GA1\nCarol,").map(({ state }) => state);
    expect(states).toEqual(["refused", "queued"]);
  });
});

describe("the register's own file", () => {
  const HEAD = "id,name,is_company,gaid,category_ids,creator,categories,is_archived";
  const categories = [
    ...CATEGORIES,
    { id: 13, name: "Retail; EU|US" },
    { id: 14, name: "Alike" },
    { id: 15, name: "Alike" },
    { id: 16, name: "11" },
  ];
  const users = [
    user(1, "Alice Ames", { gaid: GAID, categories: [11, 12, 13] }),
    user(2, " Bob, Boyd ", { isCompany: true }),
    user(3, "=Carol", { categories: [15, 16] }),
  ];
  const LINES = [
    `1,Alice Ames,false,${GAID},11 12 13,7,"Accredited; EU, retail; Retail; EU|US",false`,
    '2," Bob, Boyd ",true,,,7,,true',
    "3,'=Carol,false,,15 16,7,Alike; 11,false",
  ];
  const planned = (lines: string[], mayCategorise = true) => {
    const result = planImport(parseFile([HEAD, ...lines].join("\n")), { users, categories, mayCategorise });
    if ("problem" in result) throw new Error(result.problem);
    return result.rows;
  };

  it.each([true, false])("changes nothing as it is; of a manager neither", (mayCategorise) => {
    const rows = planned(LINES, mayCategorise);
    expect(rows.map(({ state, userId, steps, problem }) => [state, userId, steps, problem])).toEqual([
      ["same", 1, [], null],
      ["same", 2, [], null],
      ["same", 3, [], null],
    ]);
  });

  it("changes what was changed in it, by number or by name", () => {
    const [ada, bob, carol] = planned([
      `1,Alice Ott,false,${GAID},11 12 13,9,"Accredited; EU, retail; Retail; EU|US",true`,
      '2," Bob, Boyd ",true,,,7,Retail; EU|US; accredited,false',
      "3,'=Carol,false,,15 16 12,7,Alike; 11,false",
    ]);
    expect(ada).toMatchObject({ steps: [{ kind: "rename", name: "Alice Ott" }], problem: null });
    expect(bob?.steps).toEqual([
      { kind: "join", categoryId: 13 },
      { kind: "join", categoryId: 11 },
    ]);
    expect(carol?.steps).toEqual([{ kind: "join", categoryId: 12 }]);
  });

  it("says of a category that was left out of a row that the user stays in it", () => {
    const row = (ids: string, names: string) =>
      planned([`1,Alice Ames,false,${GAID},${ids},7,"${names}",false`])[0];
    expect(row("11 12", "Accredited; EU, retail; Retail; EU|US")).toMatchObject({
      ...{ state: "same", problem: text.staysIn("Retail; EU|US") },
    });
    expect(row("11 12 13", "Accredited")?.problem).toBe(text.staysIn("EU, retail, Retail; EU|US"));
    expect(row("12 14", "EU, retail; Alike")).toMatchObject({
      ...{ state: "queued", problem: text.staysIn("Accredited, Retail; EU|US") },
    });
    expect(rows(`id,name,categories\n1,Alice Ames,Accredited`)[0]?.problem).toBeNull();
  });

  it("is refused row by row where a category is none, or may be several", () => {
    expect(planned(["2,,,,99,,,"])[0]?.problem).toBe(text.unknownCategory("99"));
    expect(planned(["2,,,,,,Alike,"])[0]?.problem).toBe(text.categoriesAlike("Alike", [14, 15]));
    const more = [...categories, { id: 17, name: "Retail" }];
    const csv = `${HEAD}\n2,,,,,,Retail; EU|US,`;
    const result = planImport(parseFile(csv), { users, categories: more, mayCategorise: true });
    expect("rows" in result && result.rows[0]?.problem).toBe(text.categoryUnclear("Retail; EU|US"));
  });
});

it("the template is a file of an import: its example does nothing in a register without its categories", () => {
  const [head, ...lines] = parseFile(importTemplate()).rows;
  expect(head).toEqual(["name", "gaid", "company", "categories", "id"]);
  expect(lines).toHaveLength(1);
  const { name, categories: names } = userImportText.columns.example;
  expect(problemOf(importTemplate())).toBe(text.unknownCategory("Accredited example"));
  const categories = names.split("|").map((one, at) => ({ id: at + 1, name: one }));
  const known = planImport(parseFile(importTemplate()), { users: [], categories, mayCategorise: true });
  const create = { kind: "create", name, isCompany: true, gaid: lines[0]?.[1] };
  expect("rows" in known && known.rows).toMatchObject([
    { state: "unchecked", steps: [create, ...[1, 2].map((categoryId) => ({ kind: "join", categoryId }))] },
  ]);
});

describe("a file that is none", () => {
  const { file } = userImportText;
  it.each([
    ["", file.empty],
    ["name", file.headOnly],
    ["gaid\nx", file.noName],
    ["name,colour\nCarol,red", file.unknownColumn("colour")],
    ["name,Name\nCarol,x", file.columnTwice("name")],
    ['name\nCarol\n"Dan', file.openQuote(3)],
    [`name\n${"x\n".repeat(MAX_IMPORT_ROWS + 1)}`, file.tooLong(MAX_IMPORT_ROWS)],
  ])("%# is refused as a whole", (csv, problem) => {
    expect(plan(csv)).toEqual({ problem });
  });
});

it("looks each row up, whatever the size of the register", () => {
  const many = Array.from({ length: 20_000 }, (_, place) => user(place + 1, `User ${place}`));
  const csv = `name\n${many.map(({ name }) => name).join("\n")}`;
  const planned = planImport(parseFile(csv), { users: many, categories: [], mayCategorise: true });
  expect("rows" in planned && planned.rows.every(({ state }) => state === "same")).toBe(true);
});

it("needs those of the register alone whom a row names by name, GAID or number", () => {
  const isNamed = isNamedIn(parseFile(`name,gaid,id\n Alice Ames ,,\n,${OTHER},\n,,0002\n"'=Eve",,\n`).rows);
  const named = [user(9, "Alice Ames"), user(8, "x", { gaid: OTHER }), user(2, "y"), user(7, "=Eve")];
  expect(named.map(isNamed)).toEqual([true, true, true, true]);
  expect([user(3, "Alice"), user(22, "z", { gaid: GAID })].map(isNamed)).toEqual([false, false]);
});

it("takes a category by its exact name, by another way to write it only where one alone is called so", () => {
  const categories = [
    ...[
      { id: 3, name: "Companies" },
      { id: 4, name: "companies" },
      { id: 5, name: "Resident" },
    ],
    ...[{ id: 6, name: "5" }],
  ];
  const planned = planImport(
    parseFile("name,categories\nA,Companies\nB,companies\nC,RESIDENT\nD,5\nE,COMPANIES\n"),
    { users: [], categories, mayCategorise: true },
  );
  if ("problem" in planned) throw new Error(planned.problem);
  const joined = planned.rows.map(({ steps }) =>
    steps.flatMap((step) => (step.kind === "join" ? [step.categoryId] : [])),
  );
  expect(joined).toEqual([[3], [4], [5], [5], []]);
  expect(planned.rows.at(-1)?.problem).toBe(text.categoriesAlike("COMPANIES", [3, 4]));
});
