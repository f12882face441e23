import { missingCategories, requiredOf } from "./eligibility";
import type { ApprovalPreview } from "./requests";

/** What waits for want of a category or a GAID, and waits no more once the chosen categories and the GAID are added. */
export function freedAssignments({ user, assets }: ApprovalPreview, chosen: readonly number[]) {
  if (user === null) return [];
  const { categories, defaultGaid, waiting } = user;
  const after = { categories: [...categories, ...chosen] };
  return assets.flatMap((asset) => {
    const found = waiting.find(({ assetUuid }) => assetUuid === asset.assetUuid);
    if (!found) return [];
    const required = requiredOf(asset);
    const isBarred = defaultGaid === null || missingCategories({ categories }, required).length > 0;
    return isBarred && missingCategories(after, required).length === 0 ? [{ ...found, asset }] : [];
  });
}
