"use client";

import { type FocusEvent, useCallback, useState } from "react";
import { Link } from "@/components/ui/link";
import { LongTableBody } from "@/components/ui/long-table-body";
import { SortTh } from "@/components/ui/sort-th";
import { useGridKeys } from "@/components/ui/use-grid-keys";
import { useLazy } from "@/components/ui/use-lazy";
import type { CategoryName } from "@/lib/domain/eligibility";
import type { MatrixAsset, MatrixUser } from "@/lib/domain/eligibility-matrix";
import type { ListState } from "@/lib/list-state";
import { eligibilityMatrixText as text } from "@/lib/messages/eligibility-matrix";
import { routes } from "@/lib/routes";
import { EligibilityGridRow, type Pair } from "./eligibility-grid-row";

const loadDialog = () => import("./why-dialog").then((module) => module.WhyDialog);

interface EligibilityGridProps {
  state: ListState;
  users: readonly MatrixUser[];
  assets: readonly MatrixAsset[];
  categories: readonly CategoryName[];
  canAdd: boolean;
  canMend: boolean;
}

/** Users against assets; the user's name stays in sight while the assets scroll. Every cell opens its reasons. */
export function EligibilityGrid(props: EligibilityGridProps) {
  const { state, users, assets, ...dialog } = props;
  const keys = useGridKeys({ rows: users.length, columns: assets.length });
  const [opened, setOpened] = useState<Pair | null>(null);
  const [Dialog, request] = useLazy(loadDialog);
  const open = useCallback(
    (pair: Pair) => {
      request();
      setOpened(pair);
    },
    [request],
  );
  const onFocus = (event: FocusEvent) => {
    request();
    keys.onFocus(event);
  };
  return (
    <>
      <div className="desk-table-frame min-w-0">
        <section data-narrow="scroll" aria-label={text.caption} className="desk-table-scroll">
          <table
            ref={keys.table}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one cell takes part in the tab order, arrow keys reach the others
            role="grid"
            aria-label={text.caption}
            className="desk-table w-full border-separate border-spacing-0 text-sm"
            onFocus={onFocus}
            onKeyDown={keys.onKeyDown}
            onPointerEnter={request}
          >
            <thead>
              <tr>
                <SortTh state={state} column="name" className="start-0 z-11! border-border border-e">
                  {text.user}
                </SortTh>
                {assets.map((asset) => (
                  <Head key={asset.assetUuid} asset={asset} />
                ))}
              </tr>
            </thead>
            <LongTableBody>
              {users.map((user, at) => (
                <EligibilityGridRow
                  key={user.id}
                  user={user}
                  assets={assets}
                  position={at}
                  activeColumn={keys.active.row === at ? keys.active.column : null}
                  onOpen={open}
                />
              ))}
            </LongTableBody>
          </table>
        </section>
      </div>
      {opened && Dialog && <Dialog {...opened} {...dialog} onClose={() => setOpened(null)} />}
    </>
  );
}

const Head = ({ asset: { assetUuid, name, ticker } }: { asset: MatrixAsset }) => (
  <th scope="col" className="max-w-36 text-start" title={name}>
    <Link href={routes.eligibility(assetUuid)} className="block truncate hover:underline">
      {name}
    </Link>
    {ticker && <span className="block font-normal">{ticker}</span>}
  </th>
);
