import { describe, expect, it } from "vitest";
import { sampled } from "./testing-sampled";

const numbers = (count: number) => Array.from({ length: count }, (_, place) => place);

describe("a sample", () => {
  it("has every so-manieth, by its offset other ones", () => {
    expect(sampled(numbers(10), 4, 0)).toEqual([0, 4, 8]);
    expect(sampled(numbers(10), 4, 3)).toEqual([1, 5, 9]);
  });

  it("has all in a full run", () => {
    expect(sampled(numbers(5), 1, 37)).toEqual([0, 1, 2, 3, 4]);
  });

  it("has one where the list is too short for its offset, and not always the first", () => {
    expect(sampled(numbers(40), 223, 0)).toEqual([0]);
    expect(sampled(numbers(40), 223, 37)).toEqual([37]);
    expect(sampled(numbers(40), 223, 111)).toEqual([31]);
  });

  it("is never taken from nothing", () => {
    expect(() => sampled([], 1, 0)).toThrow("nothing to take from");
  });
});
