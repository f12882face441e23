import { expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./result";

it("says once what several rules of a field say in the same words", () => {
  const gaid = z
    .string()
    .min(1, { error: () => "Not an AMP ID." })
    .max(3, { error: () => "Too long." })
    .regex(/^G/, { error: () => "Not an AMP ID." });
  const said = (value: string) => {
    try {
      return parseInput(z.object({ gaid }), { gaid: value });
    } catch (error) {
      return error;
    }
  };
  expect(said("")).toMatchObject({ fields: { gaid: ["Not an AMP ID."] } });
  expect(said("abcd")).toMatchObject({ fields: { gaid: ["Too long.", "Not an AMP ID."] } });
});
