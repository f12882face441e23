import { expect, it } from "vitest";
import {
  readUndoEnd,
  readUndoHead,
  readUndoRow,
  signedEnd,
  undoFileEnd,
  undoFileHead,
} from "@/lib/contracts/undo-file";
import { userUndoText } from "@/lib/messages/user-undo";
import { planUndo } from "./user-undo";

const user = (id: number, name: string) => ({
  id,
  name,
  gaid: null,
  isCompany: false,
  categories: [],
  creator: 1,
});
const users = [user(1, "Ada"), user(2, "Bo New")];
const context = { users, categories: [{ id: 7, name: "Accredited" }], mayCategorise: true };
const joined = { kind: "join" as const, categoryId: 7 };

it("takes back the last step first, and leaves out a row of which nothing can be taken back", () => {
  const done = [{ kind: "rename" as const, name: "Bo New", before: "Bo" }, joined];
  const rows = [
    { row: 1, name: "Ada", user: 1, done: [{ kind: "add-gaid" as const, gaid: "GA1" }] },
    { row: 2, name: "Bo", user: 2, done },
  ];
  expect(planUndo(rows, "archive", context)).toEqual([
    {
      ...{ number: 2, name: "Bo", userId: 2, state: "queued", problem: null },
      steps: [
        { kind: "leave", categoryId: 7 },
        { kind: "rename", name: "Bo", before: "Bo New" },
      ],
    },
  ]);
});

it("refuses a row of another user, of a category that is gone, and of categories for who may change none", () => {
  const problems = (row: { name: string; user: number; categoryId?: number }, mayCategorise = true) =>
    planUndo([{ row: 1, done: [{ ...joined, categoryId: row.categoryId ?? 7 }], ...row }], "archive", {
      ...context,
      mayCategorise,
    }).map(({ problem, steps }) => [problem, steps.length]);
  expect(problems({ name: "Ada", user: 1 })).toEqual([[null, 1]]);
  expect(problems({ name: "Ada", user: 2 })).toEqual([[userUndoText.otherName(2, "Bo New"), 0]]);
  expect(problems({ name: "Ada", user: 3 })).toEqual([[expect.stringContaining("no. 3"), 0]]);
  expect(problems({ name: "Ada", user: 1, categoryId: 8 })).toEqual([[userUndoText.noCategory(8), 0]]);
  expect(problems({ name: "Ada", user: 1 }, false)).toEqual([[userUndoText.issuerOnly, 0]]);
});

it("reads what it writes, and nothing else", () => {
  const job = "0b7c4f0e-6f0f-4a43-9d5c-6f6f1f1b1c11";
  const head = { environment: "sandbox", account: "issuer", workspace: job, job };
  const line = undoFileHead(head, { requestedBy: "Ada" }).trimEnd();
  expect(readUndoHead(line)).toMatchObject(head);
  expect(readUndoHead(line.replace('"version":1', '"version":2'))).toBeNull();
  const row = { row: 1, name: "Ada", user: 1, done: [joined] };
  expect(readUndoRow(`${JSON.stringify({ ...row, undo: [], stays: [] })},`)).toEqual(row);
  for (const other of [
    { ...row, user: 0 },
    { ...row, done: [{ kind: "pay", categoryId: 7 }] },
    { ...row, done: [{ ...joined, more: 1 }] },
    { ...row, done: [] },
  ])
    expect(readUndoRow(JSON.stringify(other))).toBeNull();
  const end = signedEnd(undoFileEnd(1), "a".repeat(64)).trimEnd();
  expect(readUndoEnd(end)).toEqual({
    end: '],"count":1',
    count: 1,
    signature: "a".repeat(64),
  });
  expect(readUndoEnd('],"count":1}')).toBeNull();
});
