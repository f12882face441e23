import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { ExportHead } from "@/lib/domain/exports";
import { readHeight } from "@/lib/domain/height-filter";
import { exportsText } from "@/lib/messages/exports";
import type { Permission } from "@/lib/policy";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { newestHeight } from "./heights";

type Read<Row> = (actor: Actor, assetUuid: string, query: ListQuery) => Promise<{ page: ListPage<Row> }>;

/**
 * A list of which AMP counts the rows from one end: a block that arrives between two portions would move them, and a file
 * would repeat some. So it ends with the block that is the list's newest when it begins; AMP lists nothing that waits for one.
 */
export const toNewestBlock =
  <Row>(list: Parameters<typeof newestHeight>[1], permission: Permission, read: Read<Row>) =>
  async (
    actor: Actor,
    assetUuid: string,
    query: ListQuery,
  ): Promise<{ page: ListPage<Row>; pinned?: { to: string }; about?: ExportHead }> => {
    if (query.cursor !== undefined) return read(actor, assetUuid, query);
    await authorize(actor, permission, assetUuid);
    const newest = await newestHeight(await ampAs(actor), list, assetUuid);
    const asked = readHeight(query.filters.to);
    if (newest === null || asked === null) return read(actor, assetUuid, query);
    const pinned = { to: String(Math.min(newest, asked ?? newest)) };
    const { page } = await read(actor, assetUuid, { ...query, filters: { ...query.filters, ...pinned } });
    return { page, pinned, about: [[exportsText.head.height, pinned.to]] };
  };
