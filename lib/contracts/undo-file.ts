import { z } from "zod";
import type { UserStep } from "@/lib/domain/user-jobs";

/**
 * What a bulk change of registered users did, as the desk writes it into a file and reads it again: a head, a line for each row,
 * and an end with the signature. A line is read by itself, so a file of any length takes no more memory than its rows.
 */
const UNDO_FILE = "ampdesk-undo";
const VERSION = 1;

const name = z.string().max(1_000);
const categoryId = z.int().positive();

const Step = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("create"),
    name,
    isCompany: z.boolean(),
    gaid: z.string().max(100).nullable(),
  }),
  z.strictObject({ kind: z.literal("rename"), name, before: name }),
  z.strictObject({ kind: z.literal("add-gaid"), gaid: z.string().max(100) }),
  z.strictObject({ kind: z.literal("join"), categoryId }),
  z.strictObject({ kind: z.literal("leave"), categoryId }),
  z.strictObject({ kind: z.literal("archive") }),
  z.strictObject({ kind: z.literal("delete") }),
]) satisfies z.ZodType<UserStep>;

const Head = z.object({
  file: z.literal(UNDO_FILE),
  version: z.literal(VERSION),
  environment: z.string(),
  account: z.string().nullable(),
  workspace: z.uuid(),
  job: z.uuid(),
});
export type UndoFileHead = z.output<typeof Head>;

const Row = z.object({
  row: z.int().nonnegative(),
  name,
  user: z.int().positive(),
  /** What AMP did not have before, in its order. */
  done: z.array(Step).min(1).max(1_000),
});
export type UndoFileRow = z.output<typeof Row>;

const ROWS = ',"rows":[';

/** @param more for people; passed over when it is read */
export const undoFileHead = (head: Omit<UndoFileHead, "file" | "version">, more: object): string =>
  `${JSON.stringify({ file: UNDO_FILE, version: VERSION, ...head, ...more }).slice(0, -1)}${ROWS}\n`;

/** The last line without its signature, which is over everything before it and over this. */
export const undoFileEnd = (count: number): string => `],"count":${count}`;
export const signedEnd = (end: string, signature: string): string => `${end},"signature":"${signature}"}\n`;

const END = /^(\],"count":(\d+)),"signature":"([0-9a-f]{64})"\}$/;

/** The first line. @returns null for what no such file begins with */
export const readUndoHead = (line: string): UndoFileHead | null =>
  line.endsWith(ROWS) ? parsed(Head, `${line}]}`) : null;

/** The last line. @returns null for any other */
export function readUndoEnd(line: string): { end: string; count: number; signature: string } | null {
  const [, end, count, signature] = END.exec(line) ?? [];
  return end === undefined || signature === undefined ? null : { end, count: Number(count), signature };
}

/** A line between. @returns null for what is none */
export const readUndoRow = (line: string): UndoFileRow | null => parsed(Row, line.replace(/,$/, ""));

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
