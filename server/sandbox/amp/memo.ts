import { changeAsset } from "./asset-store";
import type { Handlers } from "./call";
import { refused } from "./refusal";

const MAX_BYTES = 64 * 1024;

export const memoHandlers = {
  getMemo: async ({ asset }) => asset.memo,

  async setMemo({ unit, asset, body }) {
    if (Buffer.byteLength(body) > MAX_BYTES) throw refused("The memo is longer than 64 KiB.");
    await changeAsset(unit.db, asset.uuid, { memo: body });
  },
} satisfies Handlers;
