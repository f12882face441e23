import { headers } from "next/headers";
import { DeletedNotice } from "@/components/shell/deleted-notice";
import { NotFoundNotice } from "@/components/shell/not-found-notice";
import { type Deletable, deletableAt } from "@/lib/domain/deletion";
import { currentActor } from "@/server/auth/actor";
import { readDeletion } from "@/server/services/deletions";

/**
 * What stands where a page of one of these kinds finds nothing. Next makes it beside each page, should the page turn out
 * to find nothing: so it asks one row at most, by an index.
 */
export async function Missing({ kinds }: { kinds: Deletable["kind"][] }) {
  const [actor, sent] = await Promise.all([currentActor(), headers()]);
  const path = sent.get("x-ampdesk-path") ?? "";
  const what = kinds.map((kind) => deletableAt(path, kind)).find((found) => found !== null);
  const deletion = actor && what ? await readDeletion(actor, what) : null;
  return what && deletion ? <DeletedNotice what={what} deletion={deletion} /> : <NotFoundNotice />;
}
