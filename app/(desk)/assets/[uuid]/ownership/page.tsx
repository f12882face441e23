import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { OwnershipPanel } from "@/components/ownership/ownership-panel";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ownershipText } from "@/lib/messages/ownership";
import { pageData } from "@/server/doors/page-data";
import { readOwnership } from "@/server/services/ownership";

export const metadata: Metadata = { title: ownershipText.title };

export default async function OwnershipPage({ params, searchParams }: PageProps<"/assets/[uuid]/ownership">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.ownership(uuid));
  const ownership = await pageData((actor) => readOwnership(actor, uuid, state.query));
  if (!ownership.ok) return <ListFailure error={ownership.error} state={state} />;
  return <OwnershipPanel state={state} initial={ownership.data} />;
}
