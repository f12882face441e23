"use client";

import Scale from "lucide-react/icons/scale";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Th } from "@/components/ui/table";
import type { DecisionsView } from "@/lib/domain/sandbox";
import { type ListState, listHref } from "@/lib/list-state";
import { sandboxDecisionsText as text } from "@/lib/messages/sandbox-decisions";
import { DecisionTableRow } from "./decision-row";

const { columns, empty, key } = text;

export function DecisionsTable({ state, initial }: { state: ListState; initial: DecisionsView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, assets, serviceKey } = data;
  const filter = {
    name: "asset",
    label: text.filterAsset,
    options: assets.map(({ assetUuid, name }) => ({ value: assetUuid, label: name })),
  };
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <CardHeader title={key.title} description={key.description} />
        <CardBody className="text-sm">
          <CopyId value={serviceKey.address} label={key.address} full />
        </CardBody>
      </Card>
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} filters={[filter]}>
          <Freshness freshness={page.freshness} onRefresh={refresh} />
          <ExportButton list="sandbox-decisions" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={page}
          caption={text.caption}
          empty={<NoRows state={state} icon={<Scale aria-hidden />} texts={empty} />}
          head={
            <>
              <Th>{columns.at}</Th>
              <Th>{columns.verdict}</Th>
              <Th>{columns.asset}</Th>
              <Th>{columns.parties}</Th>
              <Th>{columns.categories}</Th>
              <Th>{columns.endpoint}</Th>
            </>
          }
          row={(decision) => <DecisionTableRow key={decision.uuid} decision={decision} />}
        />
      </Card>
    </div>
  );
}
