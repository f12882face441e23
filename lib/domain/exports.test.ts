import { describe, expect, it } from "vitest";
import { parseCsv, parseFile } from "./csv";
import {
  amountColumns,
  type Column,
  csvCell,
  exportChunks,
  exportName,
  listCell,
  namesCell,
  shapeCell,
  withoutApostrophe,
} from "./exports";

interface Row {
  name: string;
  sats: bigint;
  at: Date | null;
}
const COLUMNS: Column<Row>[] = [
  { name: "name", read: (row) => row.name },
  ...amountColumns<Row>("amount", (row) => row.sats, 2),
  { name: "at", read: (row) => row.at },
];
const HEAD = [
  ["Environment", "sandbox"],
  ["Filter", "=none, really"],
] as const;

async function* portionsOf<T>(...portions: T[][]) {
  yield* portions;
}
async function textOf(format: "csv" | "json", ...portions: Row[][]) {
  let text = "";
  for await (const chunk of exportChunks(format, COLUMNS, HEAD, portionsOf(...portions))) text += chunk;
  return text;
}

const ADA: Row = {
  name: "Ada, Countess",
  sats: 2_100_000_000_000_001n,
  at: new Date("2026-11-21T10:00:00Z"),
};
const BO: Row = { name: '=HYPERLINK("http://x";"Bo")', sats: -5n, at: null };

describe("a cell of a CSV", () => {
  it.each(["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "-5"])(
    "makes no formula of the text %j",
    (text) => {
      const [cell] = parseCsv(`${csvCell(text)},x`, ",").rows[0] ?? [];
      expect(cell).toBe(`'${text}`);
    },
  );

  const HOSTILE = [
    "Muster;=cmd|' /C calc'!A0;AG",
    'Muster;"=1+1";AG',
    "Muster\t@SUM(A1)",
    "Muster; -1+1",
    "Muster\n+1",
    "\n=1",
    "\r\n=1",
    "\u00a0=1",
    "＝1+1",
    "＋1;－1",
    "＠x",
    "'=1;''=1",
    "'\tx",
  ];
  it.each(HOSTILE)("makes no formula of the text %j, whichever separator it is read with", (text) => {
    const line = `7,${csvCell(text)},x\r\n`;
    for (const separator of [",", ";", "\t"]) {
      const cells = parseCsv(line, separator).rows.flat();
      expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    }
    expect(parseCsv(line, ",").rows[0]?.map(withoutApostrophe)).toEqual(["7", text, "x"]);
  });

  it("makes no formula of any short text of signs, breaks, separators and quotes behind a letter", () => {
    const signs = ["=", "-", ";", ",", "\t", "\n", " ", '"', "'", "b"];
    const tails = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => a + b + c)));
    for (const text of ["", ...signs, ...tails].map((tail) => `a${tail}`)) {
      const line = `7,${csvCell(text)},x\r\n`;
      for (const separator of [",", ";", "\t"]) {
        const cells = parseCsv(line, separator).rows.flat();
        expect(cells.filter((cell) => /^[\s"]*[=+\-@]/.test(cell))).toEqual([]);
      }
      expect(parseCsv(line, ",").rows[0]?.map(withoutApostrophe)).toEqual(["7", text, "x"]);
    }
  });

  it("lets signs in the middle of a text be", () => {
    expect(csvCell("a=b+c-d@e")).toBe("a=b+c-d@e");
    expect(csvCell("O'Hara")).toBe("O'Hara");
  });

  it("leaves numbers what they are, below zero too", () => {
    expect(csvCell(-5)).toBe("-5");
    expect(csvCell(-5n)).toBe("-5");
    expect(csvCell("-0.05", true)).toBe("-0.05");
    expect(csvCell("-0.05+1", true)).toBe("'-0.05+1");
  });

  it("quotes what would end the cell or the line", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell("a\nb")).toBe('"a\nb"');
  });
});

describe("a file", () => {
  it("in CSV says what it is, names its columns, and holds every digit", async () => {
    const text = await textOf("csv", [ADA], [BO]);
    expect(text.startsWith("\ufeff# Environment,sandbox\r\n")).toBe(true);
    expect(parseCsv(text, ",").rows).toEqual([
      ["# Environment", "sandbox"],
      ["# Filter", "'=none, really"],
      ["# Last line", "# Rows:"],
      ["name", "amount", "amount_sats", "at"],
      ["Ada, Countess", "21000000000000.01", "2100000000000001", "2026-11-21T10:00:00.000Z"],
      [`'${BO.name}`, "-0.05", "-5", ""],
      ["# Rows: 2"],
    ]);
  });

  it("in CSV is told from one that was cut off, also by a spreadsheet that saved it sorted and with semicolons", async () => {
    const text = await textOf("csv", [ADA], [BO]);
    const names = COLUMNS.map(({ name }) => name);
    const { rows, lines, isCut } = parseFile(text);
    expect([rows.map(([first]) => first), lines, isCut]).toEqual([
      [names[0], ADA.name, `'${BO.name}`],
      [4, 5, 6],
      false,
    ]);
    const portions = text.split(/(?<=\r\n)/);
    for (let end = 3; end < portions.length; end++)
      expect(parseFile(portions.slice(0, end).join("")).isCut).toBe(true);
    const saved = "# Last line;# Rows:;;\nname;amount;amount_sats;at\n# Rows: 1;;;\nAda;1;100;\n";
    expect(parseFile(saved)).toMatchObject({ rows: [names, ["Ada", "1", "100", ""]], isCut: false });
    expect(parseFile("# Rows: 1,5\nAda,1")).toMatchObject({
      rows: [
        ["# Rows: 1", "5"],
        ["Ada", "1"],
      ],
      isCut: false,
    });
  });

  it("in JSON is one object with the same values, amounts as text", async () => {
    expect(JSON.parse(await textOf("json", [ADA], [BO]))).toEqual({
      about: { environment: "sandbox", filter: "=none, really" },
      rows: [
        {
          name: ADA.name,
          amount: "21000000000000.01",
          amount_sats: "2100000000000001",
          at: ADA.at?.toISOString(),
        },
        { name: BO.name, amount: "-0.05", amount_sats: "-5", at: null },
      ],
      count: 2,
    });
  });

  it("has several values as a list in JSON and as one text in CSV, and what has a shape as that and as JSON", async () => {
    const columns: Column<readonly number[]>[] = [
      { name: "ids", read: (ids) => listCell(ids) },
      { name: "names", read: (ids) => namesCell(ids.map((id) => `No. ${id}, "A; B"`)) },
      { name: "detail", read: ([id]) => shapeCell(id === undefined ? [] : { id, sats: 7n }) },
    ];
    const written = async (format: "csv" | "json") => {
      let text = "";
      for await (const chunk of exportChunks(format, columns, [], portionsOf([[11, 12], []]))) text += chunk;
      return text;
    };
    expect(JSON.parse(await written("json")).rows).toEqual([
      {
        ids: [11, 12],
        names: ['No. 11, "A; B"', 'No. 12, "A; B"'],
        detail: { id: 11, sats: "7" },
      },
      { ids: [], names: [], detail: [] },
    ]);
    expect(parseFile(await written("csv")).rows.slice(1)).toEqual([
      ["11 12", 'No. 11, "A; B"; No. 12, "A; B"', '{"id":11,"sats":"7"}'],
      ["", "", "[]"],
    ]);
  });

  it("of no rows is still whole", async () => {
    expect(JSON.parse(await textOf("json", [])).count).toBe(0);
    expect(parseCsv(await textOf("csv"), ",").rows).toHaveLength(5);
  });

  it("of 100,000 rows asks for a portion only when the one before has been taken", async () => {
    const [portions, size] = [100, 1_000];
    let made = 0;
    async function* generate() {
      for (; made < portions; made++) yield Array<Row>(size).fill(ADA);
    }
    let [taken, lines, longest] = [0, 0, 0];
    for await (const chunk of exportChunks("csv", COLUMNS, [], generate())) {
      expect(made - taken).toBeLessThanOrEqual(1);
      taken = made;
      lines += chunk.split("\r\n").length - 1;
      longest = Math.max(longest, chunk.length);
    }
    expect(lines).toBe(portions * size + 3);
    expect(longest).toBeLessThan(size * 100);
  });
});

it("a file's name holds nothing that a file system or a header would mind", () => {
  const at = new Date("2026-11-21T16:40:05Z");
  expect(exportName(["Ampdesk", "sandbox", 'Ü/"..', null, "users"], at, "csv")).toBe(
    "ampdesk-sandbox-u-users-20261121t164005z.csv",
  );
});
