import { expect, it } from "vitest";
import { markerOf, nameAtAmp } from "./user-at-amp";

it("names a person to AMP with the request's marker, never cut in the middle of a character", () => {
  const id = crypto.randomUUID();
  expect(nameAtAmp("Ada Lovelace", id)).toBe(`Ada Lovelace${markerOf(id)}`);
  for (const long of ["😀".repeat(130), `a${"😀".repeat(130)}`]) {
    const name = nameAtAmp(long, id);
    expect(name).toMatch(/^a?😀+ \(#/u);
    expect(name.length).toBeGreaterThan(252);
    expect(name.length).toBeLessThanOrEqual(255);
  }
});
