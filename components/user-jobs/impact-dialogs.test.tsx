import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RemoveDialog } from "@/components/requests/remove-dialog";
import type { UserJobAbout } from "@/lib/domain/user-jobs";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { requestsText } from "@/lib/messages/requests";
import { ApplyDialog } from "./apply-dialog";
import { UndoDialog } from "./undo-dialog";

const counted = vi.hoisted(() => ({ current: {} as object, asked: [] as string[] }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => async () => {} }));
vi.mock("@/components/categories/use-impact", () => ({
  useImpact: (path: string) => {
    counted.asked.push(path);
    return { waiting: "is counted", isReady: true, isUncounted: false, ...counted.current };
  },
}));
vi.mock("@/server/actions/user-jobs", () => ({ undoUserJobAction: null, decideUserJobAction: null }));
vi.mock("@/server/actions/requests", () => ({ answerKycAlertAction: null }));

const nobody = { count: 0, names: [] };
const change = {
  ...{ assetUuid: "a", name: "Alpine Fund", gaining: nobody, losing: { count: 1, names: ["Alice"] } },
  ...{
    holdersLosing: 0,
    assignmentsWaiting: 2,
    assignmentsFreed: 0,
    inDistribution: 0,
    isOpen: false,
    stillMissing: 0,
  },
};
const impact = { changes: 1, users: 1, assets: [change], categories: [{ id: 7, name: "Accredited" }] };
const waiting = categoryImpactText.waiting(2);
const onClose = () => {};

const undo = () =>
  renderToStaticMarkup(
    <UndoDialog jobId="j" preview={{ users: 1, created: 0, gaidsLeft: 0 }} onClose={onClose} />,
  );
const apply = (about: UserJobAbout) =>
  renderToStaticMarkup(<ApplyDialog jobId="j" about={about} queued={3} onClose={onClose} />);
const typed = (word: string) => `Type ${word} to confirm`;
const shown = (html: string) => html.replaceAll(/<[^>]*>/g, "");

beforeEach(() => {
  counted.current = { impact };
  counted.asked.length = 0;
});

describe("before somebody loses by it", () => {
  it("an undo says who, and has a word typed", () => {
    expect(undo()).toContain(waiting);
    expect(shown(undo())).toContain(typed("undo"));
    expect(counted.asked[0]).toBe("/api/users/imports/j/undo/impact");
    counted.current = { impact: { ...impact, assets: [] } };
    expect(shown(undo())).not.toContain(typed("undo"));
  });

  it("an undo has it typed when nobody could count, and not of who changes no categories", () => {
    counted.current = { isUncounted: true };
    expect(shown(undo())).toContain(typed("undo"));
    counted.current = { isUncounted: true, failure: { code: "FORBIDDEN" } };
    expect(shown(undo())).not.toContain(typed("undo"));
    expect(undo()).not.toContain("is counted");
  });

  it("an import says who becomes eligible", () => {
    const html = apply({ kind: "import", fileName: null });
    expect(html).toContain("Alpine Fund");
    expect(counted.asked).toEqual(["/api/users/imports/j/impact"]);
    expect(shown(html)).not.toContain(typed("undo"));
  });

  it("an undo by its file has a word typed as any undo", () => {
    expect(shown(apply({ kind: "undo", created: "archive", fileName: "f" }))).toContain(typed("undo"));
    counted.current = { impact: { ...impact, assets: [] } };
    expect(shown(apply({ kind: "undo", created: "archive", fileName: "f" }))).not.toContain("Type");
    expect(shown(apply({ kind: "undo", created: "delete", fileName: "f" }))).toContain(typed("delete"));
  });

  it("the categories of an approval are named, and what is lost with them", () => {
    const dialog = () =>
      renderToStaticMarkup(<RemoveDialog requestId="r" categoryIds={[7]} onClose={onClose} />);
    expect(dialog()).toContain(requestsText.alert.removeConsequence("Accredited"));
    expect(dialog()).toContain(waiting);
    counted.current = {};
    expect(dialog()).toContain(requestsText.alert.category(7));
  });
});
