"use client";

import type { ComponentProps, ReactNode } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { optionsOf } from "@/components/data/list-table";
import type { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { LongTableBody } from "@/components/ui/long-table-body";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableHead } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { ListState } from "@/lib/list-state";
import { outputsText } from "@/lib/messages/outputs";
import { HeightRange } from "./height-range";
import { LookedThrough } from "./looked-through";
import { NoRowsBetween } from "./no-rows-between";

interface BlockListProps {
  state: ListState;
  list: ComponentProps<typeof ExportButton>["list"];
  live: ReturnType<typeof useLive<{ page: ListPage<unknown>; lookedThrough: number | null }>>;
  icon: ReactNode;
  texts: {
    title: string;
    search: string;
    filters: { type: string };
    sorts: Readonly<Record<string, string>>;
    caption: string;
    empty: ComponentProps<typeof NoRowsBetween>["texts"];
  };
  head: ReactNode;
  /** The rows. */
  children: readonly ReactNode[];
}

/** A list that AMP pages by block height: bounded by blocks and days, and filtered by what AMP does not know. */
export function BlockList({ state, list, live, icon, texts, head, children }: BlockListProps) {
  const { page, lookedThrough } = live.data;
  const filters = [{ name: "type", label: texts.filters.type, options: optionsOf(outputsText.kinds) }];
  return (
    <div className="grid gap-5">
      {live.error && <ErrorAlert error={live.error} />}
      <Card>
        <h2 className="sr-only">{texts.title}</h2>
        <FilterBar
          state={state}
          search={texts.search}
          filters={filters}
          sorts={optionsOf(texts.sorts)}
          fields={<HeightRange state={state} />}
        >
          <Freshness freshness={page.freshness} onRefresh={live.refresh} />
          <ExportButton list={list} state={state} />
        </FilterBar>
        {page.rows.length === 0 ? (
          <NoRowsBetween state={state} icon={icon} lookedThrough={lookedThrough} texts={texts.empty} />
        ) : (
          <Table caption={texts.caption}>
            <TableHead>{head}</TableHead>
            <LongTableBody>{children}</LongTableBody>
          </Table>
        )}
        <LookedThrough rows={lookedThrough} />
        <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
      </Card>
    </div>
  );
}
