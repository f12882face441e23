import { afterEach, describe, expect, it } from "vitest";
import { catalogue, speech } from "./catalogue";

const english = {
  title: "Assets",
  removed: (name: string) => `Removed ${name}`,
  kinds: { lent: "Lent" },
  steps: ["One", "Two"],
};
const words = catalogue("testText", english);
const before = { ...speech };

const speakGerman = (testText: object) => {
  speech.dictionaries = { de: { testText } };
  speech.language = () => "de";
};

afterEach(() => Object.assign(speech, before));

describe("a catalogue", () => {
  it("speaks the language of the moment, also in a group that was taken out before", () => {
    const { kinds, steps } = words;
    expect([words.title, words.removed("X"), kinds.lent, ...steps]).toEqual([
      "Assets",
      "Removed X",
      "Lent",
      "One",
      "Two",
    ]);
    speakGerman({
      title: "Werte",
      removed: (name: string) => `${name} entfernt`,
      kinds: { lent: "Verliehen" },
      steps: ["Eins", "Zwei"],
    });
    expect([words.title, words.removed("X"), kinds.lent]).toEqual(["Werte", "X entfernt", "Verliehen"]);
    expect(steps.map((step) => step)).toEqual(["Eins", "Zwei"]);
    expect(Object.entries(kinds)).toEqual([["lent", "Verliehen"]]);
  });

  it("falls back to English for what the other language lacks, and never to nothing", () => {
    speakGerman({ title: "Werte" });
    expect([words.title, words.kinds.lent]).toEqual(["Werte", "Lent"]);
    speech.dictionaries = {};
    expect(words.title).toBe("Assets");
  });

  it("has no more keys than its texts", () => {
    expect(Object.keys(words)).toEqual(["title", "removed", "kinds", "steps"]);
    expect((words.kinds as Record<string, string>).unknown).toBeUndefined();
  });
});
