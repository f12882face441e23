import { z } from "zod";
import { hex64 } from "@/lib/contracts/wire";

/**
 * What every work order begins with. Orders carry amounts in Elements units, so their text must be read with
 * `parseExactJson` and printed with `printExactJson`.
 */
export const orderHead = {
  minSupportedClientScriptVersion: z.int(),
  /** API base with a `{}` placeholder. */
  baseUrl: z.string(),
  assetUuid: z.uuid(),
  assetId: hex64,
};

/** The client script version every order asks for. */
export const CLIENT_SCRIPT_VERSION = 2;
