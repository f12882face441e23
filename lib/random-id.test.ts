import { expect, it } from "vitest";
import { z } from "zod";
import { randomId } from "./random-id";

it("makes ids that the server accepts, each another", () => {
  const ids = Array.from({ length: 200 }, randomId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
