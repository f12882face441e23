import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { causeOf, framesOf, reasonOf } from "./reason";

const SECRET = "Zoë Kern";
const fromPostgres = (message: string, code: string) => Object.assign(new Error(message), { code });
const failedQuery = (cause?: Error) =>
  new DrizzleQueryError("insert into people values ($1)", [SECRET], cause);

it("says the innermost cause and none of the query's parameters", () => {
  const error = new Error("The round failed.", {
    cause: failedQuery(fromPostgres("deadlock detected", "40P01")),
  });
  expect(failedQuery().message).toContain(SECRET);
  expect(reasonOf(error)).toBe("deadlock detected");
  expect(causeOf(error)?.code).toBe("40P01");
});

it("does not repeat a value that PostgreSQL could not read", () => {
  const cause = fromPostgres(`invalid input syntax for type integer: "${SECRET}"`, "22P02");
  expect(reasonOf(failedQuery(cause))).toBe("PostgreSQL could not take a value (22P02).");
});

it("does not repeat a query whose cause is unknown", () => {
  expect(reasonOf(failedQuery())).toBe("A query failed.");
});

it("falls back to the code where an error has no text", () => {
  const refused = Object.assign(new AggregateError([]), { code: "ECONNREFUSED" });
  expect(reasonOf(refused)).toBe("ECONNREFUSED");
  expect(reasonOf(new TypeError())).toBe("TypeError");
});

it("finds no reason in what is no error", () => {
  expect(reasonOf(SECRET)).toBeUndefined();
  expect(framesOf(SECRET)).toEqual([]);
});

it("gives the places of a stack without its message", () => {
  const frames = framesOf(failedQuery(new Error(`at ${SECRET}`)));
  expect(frames[0]).toContain("reason.test.ts");
  expect(frames.join("\n")).not.toContain(SECRET);
});
