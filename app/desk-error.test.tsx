import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { shellText } from "@/lib/messages/shell";
import DeskError from "./(desk)/error";

it("a page of the desk that fails has its place inside the frame, whose navigation stays", () => {
  const html = renderToStaticMarkup(<DeskError error={new Error("lost")} retry={() => {}} />);
  for (const words of [shellText.errors.title, shellText.errors.retry]) expect(html).toContain(words);
});
