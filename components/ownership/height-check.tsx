"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";
import { ReadFailure } from "@/components/data/read-failure";
import { CopyId } from "@/components/ui/copy-id";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { AccountDifference, HeightCheck as Check, HeightVerdict } from "@/lib/domain/height-check";
import { formatSats } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";
import { ownershipText } from "@/lib/messages/ownership";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { ReadHistoryAgain } from "./read-history-again";

const { check: text } = ownershipMomentText;
const TONES = {
  agrees: "ok",
  lost: "waiting",
  today: "waiting",
  refused: "neutral",
  differs: "danger",
} as const satisfies Record<HeightVerdict, string>;

interface HeightCheckProps {
  assetUuid: string;
  height: number;
}

/** Has the server lay AMP's own answer for a block beside the movements; a block's answer stays what it is. */
export function HeightCheck({ assetUuid, height }: HeightCheckProps) {
  const path = `/api/assets/${assetUuid}/ownership/check?height=${height}`;
  const { data, error, refetch } = useQuery({
    queryKey: [path],
    queryFn: () => getJson<Check>(path, { isPoll: true }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  return (
    <section aria-label={text.title} className="grid min-w-0 gap-2">
      {data ? (
        <Verdict check={data} assetUuid={assetUuid} />
      ) : error ? (
        <>
          <p>{text.failed}</p>
          <ReadFailure error={error} onRetry={refetch} />
        </>
      ) : (
        <Status tone="neutral" wraps>
          {text.waiting}
        </Status>
      )}
    </section>
  );
}

function Verdict({ check, assetUuid }: { check: Check; assetUuid: string }) {
  const { verdict, accounts, largest } = check;
  return (
    <>
      <Status tone={TONES[verdict]} wraps>
        {text.verdicts[verdict]}
      </Status>
      {verdict === "differs" && (
        <>
          <p>{text.accounts(accounts)}</p>
          <Differences rows={largest} />
          <ReadHistoryAgain assetUuid={assetUuid} />
        </>
      )}
    </>
  );
}

const Differences = ({ rows }: { rows: AccountDifference[] }) => (
  <Table caption={text.caption}>
    <TableHead>
      <Th>{text.columns.account}</Th>
      <Th numeric>{text.columns.amp}</Th>
      <Th numeric>{text.columns.moved}</Th>
    </TableHead>
    <TableBody>
      {rows.map(({ gaid, ampSats, movedSats }) => (
        <TableRow key={gaid ?? ""}>
          <Td label={text.columns.account}>
            {gaid === null ? (
              ownershipText.treasury
            ) : (
              <CopyId value={gaid} label={ownershipText.columns.gaid} />
            )}
          </Td>
          <Td label={text.columns.amp} numeric>
            {formatSats(ampSats)} {commonText.sats}
          </Td>
          <Td label={text.columns.moved} numeric>
            {formatSats(movedSats)} {commonText.sats}
          </Td>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
