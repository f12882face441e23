"use client";

import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import { copyAgain } from "@/components/data/copies-again";
import { useLive } from "@/components/data/use-live";
import { BlockList } from "@/components/transactions/block-list";
import { SortTh } from "@/components/ui/sort-th";
import { Th } from "@/components/ui/table";
import type { ActivityView } from "@/lib/domain/activities";
import { type ListState, listHref } from "@/lib/list-state";
import { activityText } from "@/lib/messages/activity";
import { ActivityRow } from "./activity-row";

const { columns } = activityText;

interface ActivityTableProps {
  state: ListState;
  initial: ActivityView;
  /** For whom transactions are: the asset they are listed under. */
  assetUuid: string | null;
}

export function ActivityTable({ state, initial, assetUuid }: ActivityTableProps) {
  const live = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, asset } = live.data;
  const readAgain = async () => {
    await copyAgain(page.freshness, { list: "users" });
    await live.refresh();
  };
  return (
    <BlockList
      state={state}
      list="activity"
      live={{ ...live, refresh: readAgain }}
      icon={<ArrowLeftRight aria-hidden />}
      texts={activityText}
      head={
        <>
          <SortTh state={state} column="blockheight" first="descending">
            {columns.when}
          </SortTh>
          <SortTh state={state} column="type">
            {columns.type}
          </SortTh>
          <Th>{columns.party}</Th>
          <SortTh state={state} column="amount" first="descending" numeric>
            {columns.amount}
          </SortTh>
          <Th>{columns.output}</Th>
        </>
      }
    >
      {page.rows.map((row) => (
        <ActivityRow key={`${row.txid}:${row.vout}`} row={row} asset={asset} assetUuid={assetUuid} />
      ))}
    </BlockList>
  );
}
