import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { uiText } from "@/lib/messages/ui";
import { usersText } from "@/lib/messages/users";
import { DefaultGaidDialog } from "./default-gaid-dialog";

vi.mock("@/server/actions/users", () => ({ setDefaultGaidAction: vi.fn() }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));

const { defaults: text } = usersText;
const draw = (openAssignments: number, isPartial: boolean, distributions = 0) =>
  renderToStaticMarkup(
    <DefaultGaidDialog
      {...{ userId: 7, userName: "Ada", gaid: "GA2", openAssignments, isPartial, distributions }}
      onClose={() => {}}
    />,
  );
const confirmButton = (html: string) => /<button([^>]*type="submit"[^>]*)>/.exec(html)?.[1];

it("never says to somebody who is not shown every asset that nothing waits", () => {
  const html = draw(0, true);
  expect(html).not.toContain(text.noPending);
  for (const words of [text.unseen(0), text.which]) expect(html).toContain(words);
  expect(confirmButton(html)).toContain('disabled=""');
});

it("asks whoever sees everything only while something waits", () => {
  expect(draw(0, false)).toContain(text.noPending);
  expect(draw(0, false)).not.toContain(text.which);
  expect(confirmButton(draw(0, false))).not.toContain('disabled=""');
  expect(draw(2, false)).toContain(text.which);
});

it("has the user's name typed where a distribution stops by it", () => {
  const html = draw(1, false, 1);
  expect(html).toContain(text.stops(1).replaceAll("'", "&#x27;"));
  expect(html).toContain(uiText.confirm.type("Ada"));
  expect(draw(1, false)).not.toContain(uiText.confirm.type("Ada"));
});
