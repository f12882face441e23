import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { assignmentEditText } from "@/lib/messages/assignment-edit";
import { EditDialog } from "./edit-dialog";

vi.mock("@tanstack/react-query", () => ({ useQueryClient: () => ({}) }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/assignment-batches", () => ({ editAssignmentAction: null }));
vi.mock("@/components/data/use-submit", () => ({
  useSubmit: () => ({ submit: vi.fn(), isPending: false, error: null, fields: {} }),
}));

it("says which assignment it changes, where its title is that of another of the same user", () => {
  const row = { userName: "Ada Kern", amount: 100n, vestingTimestamp: null, readyForDistribution: true };
  const draw = (id: number) =>
    renderToStaticMarkup(
      <EditDialog
        asset={{ assetUuid: "a", precision: 2, ticker: null }}
        row={{ ...row, id } as AssignmentRow}
        onClose={() => {}}
      />,
    );
  for (const id of [7, 8]) {
    expect(draw(id)).toContain(assignmentEditText.title("Ada Kern"));
    expect(draw(id)).toContain(`data-about="${id}"`);
  }
});
