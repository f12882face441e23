import { renderToReadableStream } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { failuresText } from "@/lib/messages/failures";

const dictionary = vi.hoisted(() => ({ isLost: false }));
vi.mock("@/lib/messages/de", () => {
  if (dictionary.isLost) throw new Error("Failed to load chunk");
  return { failuresText: { part: "Ein Teil fehlt" } };
});

const PAGE = "The page";

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("window", {});
});
afterEach(async () => {
  vi.unstubAllGlobals();
  (await import("@/lib/messages/catalogue")).speech.language = () => "en";
});

async function paint(language: "en" | "de"): Promise<string> {
  const { SpokenLanguage } = await import("./spoken-language");
  const page = (
    <SpokenLanguage language={language}>
      <p>{PAGE}</p>
    </SpokenLanguage>
  );
  return new Response(await renderToReadableStream(page)).text();
}

it("leaves a page that works when the words of another language did not come, and says so", async () => {
  dictionary.isLost = true;
  const html = await paint("de");
  expect(html).toContain(PAGE);
  for (const words of [failuresText.part, failuresText.reload]) expect(html).toContain(words);
});

it("says nothing of it when they came, or when none were wanted", async () => {
  dictionary.isLost = false;
  for (const language of ["de", "en"] as const) expect(await paint(language)).toBe(`<p>${PAGE}</p>`);
});
