import { afterEach, expect, it } from "vitest";
import { speech } from "./catalogue";
import * as german from "./de";
import { exportsText, headInEnglish } from "./exports";

const before = { ...speech };
afterEach(() => Object.assign(speech, before));

it("a term of a file's head has one key, whatever language it is spoken in", () => {
  const { head } = exportsText;
  const terms = () => [head.environment, head.height, head.readAt, head.amounts, head.inWords(head.from)];
  const english = terms();
  expect(terms().map(headInEnglish)).toEqual(english);
  speech.dictionaries = { de: german };
  speech.language = () => "de";
  expect(terms()).not.toEqual(english);
  expect(terms().map(headInEnglish)).toEqual(english);
  expect(headInEnglish("of no head")).toBe("of no head");
});
