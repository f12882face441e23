import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { AssignmentForm } from "./assignment-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/assignments", () => ({ createAssignmentAction: null }));
vi.mock("@/components/data/use-submit", () => ({
  useSubmit: () => ({ submit: vi.fn(), isPending: false, error: null, fields: {} }),
}));

it("holds an assignment back until a person says that it is ready, as AMP and the grid do", () => {
  const html = renderToStaticMarkup(
    <AssignmentForm
      asset={{ assetUuid: "a", precision: 2, ticker: null } as Asset}
      freeSats={5n}
      freeAge={null}
      choices={[{ userId: 1, name: "Ada", hasWallet: true, isEligible: true }]}
      intentId="i"
    />,
  );
  const [box] = html.match(/<input[^>]*name="isReady"[^>]*>/) ?? [];
  expect(box).toContain('type="checkbox"');
  expect(box).not.toContain(' checked=""');
});
