"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ChainTask, OfferedChain } from "@/lib/domain/investor";
import { chainTasksText as text } from "@/lib/messages/invest-pages";
import { chainName, isTaskOver, taskTones } from "./chain-words";
import { useInvestorPath } from "./signed-in";

const WAITING_MS = 4_000;
const RESTING_MS = 30_000;

interface ChainTasksProps {
  kind: ChainTask["kind"];
  /** null: the service does not tell. */
  initial: ChainTask[] | null;
  chains: readonly OfferedChain[];
}

/** What the person asked for on chains and what became of it, kept fresh while something is on its way. */
export function ChainTasks({ kind, initial, chains }: ChainTasksProps) {
  const { data: tasks, error } = useLive(useInvestorPath(`/api/invest/tasks?kind=${kind}`), initial, {
    everyMs: (now) => (now?.some((task) => !isTaskOver(task)) ? WAITING_MS : RESTING_MS),
  });
  return (
    <Card>
      <CardHeader title={text.title} />
      {error && (
        <CardBody className="pb-0">
          <ErrorAlert error={error} />
        </CardBody>
      )}
      {tasks?.length ? (
        <Table caption={text.caption}>
          <TableHead>
            <Th>{text.columns.when}</Th>
            <Th>{text.columns.chain}</Th>
            {kind === "auto_invest" && <Th>{text.columns.campaign}</Th>}
            <Th>{text.columns.state}</Th>
            <Th>{text.columns.transaction}</Th>
          </TableHead>
          <TableBody>
            {tasks.map((task) => (
              <TableRow key={task.id}>
                <Td label={text.columns.when}>
                  <BlockTime at={task.requestedAt} />
                </Td>
                <Td label={text.columns.chain}>{chainName(task.chainId, chains)}</Td>
                {kind === "auto_invest" && (
                  <Td label={text.columns.campaign}>
                    {task.contractAddress && (
                      <CopyId value={task.contractAddress} label={text.columns.campaign} />
                    )}
                  </Td>
                )}
                <Td label={text.columns.state}>
                  <Status tone={taskTones[task.state]}>{text.states[task.state]}</Status>
                  {task.reason && <p className="text-muted-foreground text-xs">{task.reason}</p>}
                </Td>
                <Td label={text.columns.transaction}>
                  {task.hash ? <CopyId value={task.hash} label={text.columns.transaction} /> : text.noHash}
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <CardBody className="text-muted-foreground text-sm">{tasks ? text.none : text.unknown}</CardBody>
      )}
    </Card>
  );
}
