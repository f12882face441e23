import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { freedAssignments } from "@/lib/domain/freed-assignments";
import type { ApprovalPreview } from "@/lib/domain/requests";
import { freedAssignmentsText as text } from "@/lib/messages/freed-assignments";
import { FreedAssignments } from "./freed-assignments";

const asset = (assetUuid: string, requirements: number[], transferRestricted = true) => ({
  ...{ assetUuid, name: `Asset ${assetUuid}`, ticker: "ALP", precision: 2, requirements, transferRestricted },
  ...{ isAuthorized: true, isLocked: false },
});
const preview = (user: Partial<NonNullable<ApprovalPreview["user"]>> = {}): ApprovalPreview => ({
  gaid: { isValid: true, error: null },
  user: {
    ...{ id: 7, name: "Rosa", by: "wallet", isClaimed: false, categories: [1], defaultGaid: "GA1" },
    openAssignments: 4,
    waiting: [
      { assetUuid: "now", count: 1, sats: 5n },
      { assetUuid: "freed", count: 2, sats: 123_456n },
      { assetUuid: "barred", count: 1, sats: 7n },
    ],
    ...user,
  },
  ...{ categories: [], proposed: [] },
  assets: [
    asset("now", [1]),
    asset("freed", [1, 2]),
    asset("barred", [3]),
    asset("none", [2]),
    asset("open", [9], false),
  ],
});
const freed = (seen: ApprovalPreview, chosen: number[]) =>
  freedAssignments(seen, chosen).map(({ assetUuid }) => assetUuid);

describe("waiting assignments that an approval frees", () => {
  it("are those of assets that the chosen categories open to the person", () => {
    expect(freed(preview(), [2])).toEqual(["freed"]);
    expect(freed(preview(), [])).toEqual([]);
    expect(freed(preview(), [2, 3])).toEqual(["freed", "barred"]);
    expect(freed({ ...preview(), user: null }, [2])).toEqual([]);
  });

  it("are also those that wait for a wallet alone", () => {
    const without = preview({ defaultGaid: null });
    expect(freed(without, [])).toEqual(["now"]);
    expect(freed(without, [2])).toEqual(["now", "freed"]);
  });

  it("are named with their asset, number and amount", () => {
    const html = renderToStaticMarkup(<FreedAssignments preview={preview()} chosen={[2]} />);
    for (const words of [text.title, "Asset freed", text.count(2), "1,234.56", "ALP"])
      expect(html).toContain(words);
    expect(renderToStaticMarkup(<FreedAssignments preview={preview()} chosen={[]} />)).toBe("");
  });
});
