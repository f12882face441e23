import type { CommandItem } from "@/lib/command";
import type { Actor } from "@/lib/domain/actor";
import { shortenMiddle } from "@/lib/format/ids";
import { shellText } from "@/lib/messages/shell";
import { routes } from "@/lib/routes";
import { allAssets } from "./assets";
import { allCategories } from "./categories";
import { listUsers } from "./users";

const PER_GROUP = 6;

/** Jump targets for the command palette: assets, registered users and categories this person may see. */
export async function search(actor: Actor, q: string): Promise<{ items: CommandItem[] }> {
  const needle = q.trim().toLowerCase();
  if (needle === "") return { items: [] };
  const has = (...texts: (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(needle));
  const [assets, users, categories] = await Promise.all([
    allAssets(actor),
    listUsers(actor, { q: needle, limit: PER_GROUP, filters: {} }),
    allCategories(actor),
  ]);
  const { nav } = shellText;
  return {
    items: [
      ...assets
        .filter((asset) => has(asset.name, asset.ticker, asset.assetId, asset.assetUuid))
        .slice(0, PER_GROUP)
        .map((asset) => ({
          id: asset.assetUuid,
          label: asset.name,
          hint: asset.ticker ?? shortenMiddle(asset.assetId),
          group: nav.assets,
          href: routes.asset(asset.assetUuid),
        })),
      ...users.rows.map((user) => ({
        id: `u${user.id}`,
        label: user.name,
        hint: user.gaid ?? "",
        group: nav.users,
        href: routes.user(user.id),
      })),
      ...categories
        .filter((category) => has(category.name))
        .slice(0, PER_GROUP)
        .map((category) => ({
          id: `c${category.id}`,
          label: category.name,
          group: nav.categories,
          href: routes.category(category.id),
        })),
    ],
  };
}
