import { describe, expect, it } from "vitest";
import { ampLine, readAmpWords } from "./words";

describe("AMP's words", () => {
  it("finds the message in each shape seen on the real service", () => {
    expect(readAmpWords('{"Error":"The asset is already registered."}').message).toBe(
      "The asset is already registered.",
    );
    expect(readAmpWords('{"error":"lower"}').message).toBe("lower");
    expect(readAmpWords('{"detail":"Not found."}').message).toBe("Not found.");
    expect(readAmpWords('{"non_field_errors":["Unable to log in."]}').message).toBe("Unable to log in.");
  });

  it("gives field messages our names", () => {
    expect(readAmpWords('{"is_company":["Required."],"GAID":["Invalid GAID"]}')).toEqual({
      message: "Required.",
      fields: { isCompany: ["Required."], GAID: ["Invalid GAID"] },
    });
  });

  it("never passes on an HTML page or a long text", () => {
    expect(readAmpWords("<html>Bad gateway</html>").message).toBeNull();
    expect(readAmpWords("x".repeat(5000)).message).toBeNull();
    expect(readAmpWords(JSON.stringify({ detail: "y".repeat(5000) })).message?.length).toBe(301);
  });
});

it("puts a refusal into one line, and masks it before it is clipped", () => {
  const same = (words: string) => words;
  expect(ampLine('{"detail":"Not now.","is_company":["Required."]}', same)).toBe(
    "Not now. isCompany: Required.",
  );
  expect(ampLine('{"GAID":["Invalid","Twice"]}', same)).toBe("GAID: Invalid Twice");
  expect(ampLine("", same)).toBeNull();
  const text = `${"x".repeat(297)}Lovelace`;
  expect(ampLine(JSON.stringify({ error: text }), (words) => words.replace("Lovelace", "?"))).toBe(
    `${"x".repeat(297)}?`,
  );
});
