import { describe, expect, it } from "vitest";
import { type EndpointProblem, endpointProblem } from "./asset-settings";

describe("an issuer authorization endpoint", () => {
  it.each<[string, EndpointProblem | null]>([
    ["https://rules.example", null],
    ["https://rules.example:8443/amp", null],
    ["rules.example", "form"],
    ["ftp://rules.example", "form"],
    [`https://rules.example/${"a".repeat(500)}`, "form"],
    ["http://rules.example", "https"],
    ["https://rules.example/issuerauthorizer", "suffix"],
    ["https://rules.example/amp/issuerauthorizer/", "suffix"],
    ["https://user:secret@rules.example", "credentials"],
    ["https://rules.example/?key=1", "query"],
    ["https://rules.example/#top", "query"],
  ])("%s: %s", (text, problem) => {
    expect(endpointProblem(text, false)).toBe(problem);
  });

  it("may be http in the sandbox alone", () => {
    expect(endpointProblem("http://127.0.0.1:9000", true)).toBeNull();
    expect(endpointProblem("ftp://127.0.0.1", true)).toBe("form");
  });
});
