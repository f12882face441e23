"use client";

import { copyAgain } from "@/components/data/copies-again";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Freshness } from "@/components/ui/freshness";
import type { MomentView } from "@/lib/domain/moment";
import type { DifferenceView } from "@/lib/domain/ownership-difference";
import { formatBlockHeight, formatUtc } from "@/lib/format/times";
import { type ListState, listHref } from "@/lib/list-state";
import { differenceText as text } from "@/lib/messages/ownership-difference";
import { DifferenceFigures } from "./difference-figures";
import { DifferenceTable } from "./difference-table";
import { MomentNote } from "./late-parts";

/** Which moments are compared, what changed in all, and for whom. */
export function DifferencePanel({ state, assetUuid, initial }: PanelProps) {
  const { data, error, refresh } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { freshness } = data.page;
  const readAgain = async () => {
    await copyAgain(freshness, { list: "owners", assetUuid });
    await refresh();
  };
  return (
    <>
      {error && <ErrorAlert error={error} />}
      <section className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold text-sm">{text.range(nameOf(data.from), nameOf(data.to))}</h2>
          <Freshness freshness={freshness} onRefresh={readAgain} />
        </div>
        <div className="grid gap-2 md:grid-cols-2">
          <MomentNote moment={data.from} assetUuid={assetUuid} />
          <MomentNote moment={data.to} assetUuid={assetUuid} />
        </div>
      </section>
      <DifferenceFigures view={data} />
      <DifferenceTable state={state} view={data} />
    </>
  );
}

interface PanelProps {
  state: ListState;
  assetUuid: string;
  initial: DifferenceView;
}

const nameOf = ({ asked }: MomentView): string =>
  asked.at === undefined ? text.block(formatBlockHeight(asked.height)) : formatUtc(asked.at);
