import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { assignmentChoiceText } from "@/lib/messages/assignment-choice";
import { SelectionBar } from "./selection-bar";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const row = { id: 1, state: "ready", readyForDistribution: true } as AssignmentRow;
const offer = assignmentChoiceText.matching(5_000);

const drawn = (total: number | null, isPageWhole: boolean) =>
  renderToStaticMarkup(
    <SelectionBar
      asset={{} as Asset}
      state={parseListState({}, assetLists.assignments("a"))}
      rows={[row]}
      onClear={() => {}}
      {...{ total, isPageWhole, shown: 50 }}
    />,
  );

it("offers all that match once the whole page is chosen and there is more than the page", () => {
  expect(drawn(5_000, true)).toContain(offer);
  expect(drawn(5_000, false)).not.toContain(offer);
  expect(drawn(50, true)).not.toContain(assignmentChoiceText.matching(50));
  expect(drawn(null, true)).not.toContain(offer);
});
