import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { ManagerRow } from "@/lib/domain/managers";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { allAssets } from "./assets";
import { pageOf } from "./list";

/** AMP: GET /managers, GET /assets/ */
export async function listManagers(actor: Actor, query: ListQuery): Promise<ListPage<ManagerRow>> {
  await authorize(actor, "manager:read");
  const amp = await ampAs(actor);
  const [managers, assets] = await Promise.all([amp.call("listManagers"), allAssets(actor)]);
  const rows = managers.map(({ assets: granted, ...manager }) => ({
    ...manager,
    assets: assets
      .filter((asset) => granted.includes(asset.assetUuid))
      .map(({ assetUuid, name }) => ({ assetUuid, name })),
  }));
  return pageOf(rows, query, {
    sorts: { name: (manager) => manager.username },
    defaultSort: "name",
    search: (manager) => [manager.username, ...manager.assets.map((asset) => asset.name)],
    filters: { state: (manager, value) => manager.isLocked === (value === "locked") },
  });
}
