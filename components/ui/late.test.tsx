import type { ComponentType, ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { failuresText } from "@/lib/messages/failures";
import { late } from "./late";

const PAGE = "The page";
const PART = "The part";

async function htmlOf(part: ReactNode): Promise<string> {
  const stream = await renderToReadableStream(part, { onError: () => {} });
  await stream.allReady;
  return new Response(stream).text();
}

const lost = (): Promise<ComponentType> => Promise.reject(new Error("Failed to load chunk"));

it("says in its place that a part could not be fetched, and leaves the page around it", async () => {
  const Lost = late(lost);
  const html = await htmlOf(
    <div>
      <p>{PAGE}</p>
      <Lost />
    </div>,
  );
  expect(html).toContain(PAGE);
  expect(html).toContain(failuresText.part);
  expect(html).toContain(failuresText.reload);
});

it("draws what came", async () => {
  const Part = late(async () => () => <p>{PART}</p>);
  const html = await htmlOf(<Part />);
  expect(html).toContain(PART);
  expect(html).not.toContain(failuresText.part);
});
