"use client";

import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardHeader } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Th } from "@/components/ui/table";
import type { EligibilityView } from "@/lib/domain/eligibility";
import { type ListState, listHref } from "@/lib/list-state";
import { eligibilityText } from "@/lib/messages/eligibility";
import { routes } from "@/lib/routes";
import { AssetAlerts } from "./asset-alerts";
import { EligibilityRow } from "./eligibility-row";
import { RuleSummary } from "./rule-summary";

const { list: text, summary } = eligibilityText;
const sortOptions = () => optionsOf(text.sorts);

interface EligibilityRegisterProps {
  assetUuid: string;
  state: ListState;
  initial: EligibilityView;
  /** May put users into categories. */
  canAdd: boolean;
  /** May unlock and authorise the asset. */
  canMend: boolean;
  /** What to do about users without a GAID, where there are any. */
  invite: ReactNode;
}

/** The whole register against the rules of one asset. */
export function EligibilityRegister(props: EligibilityRegisterProps) {
  const { assetUuid, state, initial, canAdd, canMend, invite } = props;
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, required, failing } = data;
  const isOne = state.query.filters.user !== undefined;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <AssetAlerts assetUuid={assetUuid} view={data} canMend={canMend} />
      <RuleSummary state={state} view={data} />
      {data.counts.noGaid > 0 && invite}
      <Card>
        <CardHeader
          title={text.title}
          description={(isOne ? eligibilityText.one : eligibilityText.lead)(data.assetName)}
          actions={
            isOne && (
              <Link
                href={routes.eligibility(assetUuid)}
                className="text-link text-sm underline-offset-2 hover:underline"
              >
                {eligibilityText.showAll}
              </Link>
            )
          }
        />
        <FilterBar
          state={state}
          search={text.search}
          filters={[{ name: "rule", label: text.filter, options: ruleOptions(data) }]}
          sorts={sortOptions()}
        >
          <CopyFreshness
            freshness={page.freshness}
            of={{ list: "eligibility", assetUuid }}
            onRefresh={refresh}
          />
          <ExportButton list="eligibility" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={page}
          caption={text.title}
          empty={<NoRows state={state} icon={<Users aria-hidden />} texts={eligibilityText.empty} />}
          head={
            <>
              <SortTh state={state} column="name">
                {text.name}
              </SortTh>
              <Th>{text.verdict}</Th>
              <Th>{text.rules}</Th>
              <SortTh state={state} column="id" numeric>
                {text.id}
              </SortTh>
            </>
          }
          row={(row) => (
            <EligibilityRow
              key={row.id}
              row={row}
              assetUuid={assetUuid}
              ofAsset={failing}
              required={required}
              canAdd={canAdd}
            />
          )}
        />
      </Card>
    </div>
  );
}

const ruleOptions = ({ required }: EligibilityView) => [
  { value: "clear", label: text.clear },
  { value: "failing", label: text.failing },
  ...required.map(({ id, name }) => ({ value: String(id), label: summary.missing(name) })),
  { value: "no-gaid", label: summary.noGaid },
  { value: "blacklisted", label: summary.blacklisted },
];
