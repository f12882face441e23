import { describe, expect, it } from "vitest";
import { MAX_GRID_ROWS } from "./assignment-grid";
import { readAssignmentTable } from "./assignment-table";

const ADA = { user: "Ada Smith", amount: "1000.50", vests: "2027-01-31T09:00", isReady: true };
const BOB = { user: "12", amount: "5", vests: "", isReady: false };

describe("a table of assignments", () => {
  it.each([
    ["cells of a spreadsheet without heads", "Ada Smith\t1000.50\t2027-01-31 09:00\tyes\n12\t5"],
    ["a CSV file", "user,amount,vesting date,ready\nAda Smith,1000.50,2027-01-31 09:00,TRUE\n12,5,,no"],
    ["columns in another order", "Ready;Amount;GAID;Vests on\nx;1000.50;Ada Smith;2027-01-31 09:00\n;5;12;"],
    [
      "a German spreadsheet",
      "Registrierter Nutzer;Betrag;Vesting-Datum;Bereit\nAda Smith;1000.50;2027-01-31 09:00;Ja\n12;5;;nein",
    ],
    [
      "a file of the desk's",
      "# Environment,sandbox\n# Last line,# Rows:\nuser,amount,vests,ready\nAda Smith,1000.50,2027-01-31 09:00,yes\n12,5,,no\n# Rows: 2",
    ],
    [
      "heads that mean nothing here",
      "note,user,amount,vesting,ready\nhi,Ada Smith,1000.50,2027-01-31 09:00,1\n,12,5,,0",
    ],
  ])("is read from %s", (_, text) => {
    expect(readAssignmentTable(text)).toEqual({ rows: [ADA, BOB] });
  });

  const GAID = "GAbYScu6jkWUND2jo3L4KJxyvo55d";
  it.each([
    ["the number before GAID and name", "name,gaid,user id,amount", `Ada,${GAID},12,5`, "12", [GAID, "Ada"]],
    ["the GAID before the name", "name,gaid,amount", `Ada,${GAID},5`, GAID, ["Ada"]],
    ["the name where the others are empty", "id,gaid,name,amount", ",,Ada,5", "Ada", undefined],
    ["the number, which an id is where no other is named", "id,name,amount", "12,Ada,5", "12", ["Ada"]],
    ["no assignment's own id", "id,registered_user,amount", "99,12,5", "12", undefined],
    ["once what it says twice", "user,name,amount", "Ada,Ada,5", "Ada", undefined],
    [
      "a name that the desk's file kept from being a formula",
      "name,amount",
      "'=SUM(A1),5",
      "=SUM(A1)",
      undefined,
    ],
  ])("that names the user several times is read by %s", (_, head, line, user, userToo) => {
    expect(readAssignmentTable(`${head}\n${line}`)).toEqual({
      rows: [{ user, ...(userToo && { userToo }), amount: "5", vests: "", isReady: false }],
    });
  });

  it.each([
    ["ready", true],
    ["vesting", true],
    ["locked", false],
    ["distributed", false],
    ["Bavaria", false],
  ])("in the state %s is ready: %s", (state, isReady) => {
    expect(readAssignmentTable(`user,amount,state\nAda,1,${state}`).rows).toMatchObject([{ isReady }]);
    expect(readAssignmentTable(`user,amount,state,ready\nAda,1,${state},x`).rows).toMatchObject([
      { isReady: true },
    ]);
  });

  it("is held back unless it says ready, as in AMP", () => {
    expect(readAssignmentTable("user,amount\nAda,1").rows).toMatchObject([{ isReady: false }]);
  });

  it("keeps a date that is none, to be mended in the grid", () => {
    expect(readAssignmentTable("Ada,1,31.01.2027").rows).toMatchObject([{ vests: "31.01.2027" }]);
  });

  it("does not take a person called Name for a head", () => {
    expect(readAssignmentTable("Name\t5").rows).toMatchObject([{ user: "Name", amount: "5" }]);
  });

  it.each([
    ["nothing", " \n", { kind: "empty" }],
    ["heads alone", "user,amount", { kind: "empty" }],
    ["a file of the desk's without its end", "# Last line,# Rows:\nuser,amount\nAda,1", { kind: "cut" }],
    ["a quote without end", 'Ada,1\n"Bob,2', { kind: "open-quote", line: 2 }],
    ["no amounts", "user,ready\nAda,yes", { kind: "no-column", column: "amount" }],
    [
      "users in several columns and no amounts",
      "id,name,gaid\n1,Ada,",
      { kind: "no-column", column: "amount" },
    ],
    ["two columns of amounts", "user,amount,units\nAda,1,2", { kind: "column-twice", column: "amount" }],
    ["no users", "amount,ready\n1,yes", { kind: "no-column", column: "user" }],
    [
      "a word that is neither yes nor no",
      "user,amount,ready\nAda,1,maybe",
      { kind: "ready", line: 2, text: "maybe" },
    ],
    [
      "more rows than a batch takes",
      "Ada,1\n".repeat(MAX_GRID_ROWS + 1),
      { kind: "too-many", rows: MAX_GRID_ROWS + 1, most: MAX_GRID_ROWS },
    ],
  ])("with %s is refused whole", (_, text, problem) => {
    expect(readAssignmentTable(text)).toEqual({ problem });
  });
});
