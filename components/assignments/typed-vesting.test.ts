import { expect, it } from "vitest";
import { pickedTime } from "./typed-vesting";

it("takes a picked time as it is, nothing for at once, and no year that nobody means", () => {
  expect(pickedTime("")).toBeNull();
  expect(pickedTime("2027-01-31T09:00")).toEqual(new Date(2027, 0, 31, 9));
  for (const value of ["0027-01-31T09:00", "1969-12-30T09:00", "12027-01-31T09:00", "2027-13-31T09:00"])
    expect(pickedTime(value), value).toBeUndefined();
});
