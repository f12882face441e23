"use client";

import CalendarClock from "lucide-react/icons/calendar-clock";
import type { Route } from "next";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { UserVesting } from "@/lib/domain/vesting";
import { userFiles } from "@/lib/list-files";
import { listHref, parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { vestingText } from "@/lib/messages/vesting";
import { BlockerMarks } from "../blocker-marks";
import { useZone } from "../use-zone";

const { ofUser: text, columns } = vestingText;
const TONES = { ready: "info", held: "blocked", vesting: "waiting", sending: "waiting" } as const;

interface UserVestingCardProps {
  userId: number;
  rows: UserVesting[];
  isManager: boolean;
}

/** What is assigned to one user and when it becomes distributable, over all assets the reader may see. */
export function UserVestingCard({ userId, rows, isManager }: UserVestingCardProps) {
  const zone = useZone();
  return (
    <Card>
      <CardHeader
        title={text.title}
        {...(rows.length > 0 ? { description: vestingText.zone(zone) } : {})}
        actions={<ExportButton list="user-vesting" state={parseListState({}, userFiles.vesting(userId))} />}
        className="border-b-0"
      />
      {rows.length === 0 ? (
        <EmptyState icon={<CalendarClock aria-hidden />} title={text.none} className="border-border border-t">
          {isManager ? text.noneManager : text.noneText}
        </EmptyState>
      ) : (
        <Table caption={text.caption} className="border-border border-t">
          <TableHead>
            <Th>{columns.asset}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.on}</Th>
            <Th>{columns.state}</Th>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={`${row.assetUuid}-${row.assignmentId}`}>
                <RowTitle>
                  <Link href={assignmentsOf(row.assetUuid, userId)} className="font-medium hover:underline">
                    {row.assetName}
                  </Link>
                </RowTitle>
                <Td label={columns.amount} numeric>
                  <Amount sats={row.sats} precision={row.precision} ticker={row.ticker} />
                </Td>
                <Td label={columns.on}>
                  {row.vestsAt ? <BlockTime at={row.vestsAt} /> : vestingText.atOnce}
                </Td>
                <Td label={columns.state}>
                  <div>
                    <Status tone={TONES[stateOf(row)]}>{text.states[stateOf(row)]}</Status>
                    <BlockerMarks assetUuid={row.assetUuid} userId={userId} blockers={row.blockers} />
                  </div>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

function stateOf(row: UserVesting): keyof typeof TONES {
  if (row.isInDistribution) return "sending";
  if (!row.isReady) return "held";
  return row.hasVested ? "ready" : "vesting";
}

const assignmentsOf = (assetUuid: string, userId: number) =>
  listHref(parseListState({ user: String(userId) }, assetLists.assignments(assetUuid))) as Route;
