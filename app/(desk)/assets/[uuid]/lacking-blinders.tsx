import { BlindersHint } from "@/components/blinders/blinders-hint";
import { pageData } from "@/server/doors/page-data";
import { lackingOf } from "@/server/services/asset-looks";

/** A hint, which its page does not wait for: without an answer there is none. */
export async function LackingBlinders({ assetUuid }: { assetUuid: string }) {
  const page = await pageData((actor) => lackingOf(actor, assetUuid));
  return page.ok && page.data > 0 ? <BlindersHint assetUuid={assetUuid} lacking={page.data} /> : null;
}
