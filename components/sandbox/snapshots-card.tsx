"use client";

import Camera from "lucide-react/icons/camera";
import { ConfirmAction } from "@/components/data/confirm-action";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { EmptyState } from "@/components/ui/empty-state";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Snapshot } from "@/lib/contracts/control-worlds";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxWorldsText as text } from "@/lib/messages/sandbox-worlds";
import { forgetWorldAction, restoreWorldAction } from "@/server/actions/sandbox-worlds";

const { snapshots: list, restore, forget } = text;
const { columns } = list;
const load = () => import("./keep-world-dialog").then((module) => module.KeepWorldDialog);

export function SnapshotsCard({ snapshots }: { snapshots: Snapshot[] }) {
  return (
    <Card>
      <CardHeader
        title={list.title}
        description={list.description}
        actions={
          <DialogButton
            data-new
            load={load}
            dialog={{}}
            variant="primary"
            size="sm"
            icon={<Camera aria-hidden />}
          >
            {text.make.button}
          </DialogButton>
        }
      />
      {snapshots.length === 0 ? (
        <EmptyState icon={<Camera aria-hidden />} title={list.empty}>
          {list.emptyText}
        </EmptyState>
      ) : (
        <Table caption={list.caption}>
          <TableHead>
            <Th>{columns.name}</Th>
            <Th numeric>{columns.height}</Th>
            <Th>{columns.at}</Th>
            <Th fit>
              <span className="sr-only">{columns.actions}</span>
            </Th>
          </TableHead>
          <TableBody>
            {snapshots.map((snapshot) => (
              <SnapshotRow key={snapshot.name} snapshot={snapshot} />
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

const SnapshotRow = ({ snapshot: { name, height, createdAt } }: { snapshot: Snapshot }) => (
  <TableRow>
    <RowTitle>{name}</RowTitle>
    <Td label={columns.height} numeric>
      {formatBlockHeight(height)}
    </Td>
    <Td label={columns.at}>
      <BlockTime at={createdAt} />
    </Td>
    <Td fit>
      <span className="inline-flex gap-2">
        <ConfirmAction
          size="sm"
          aria-label={restore.label(name)}
          title={restore.title(name)}
          consequence={<WorldConsequence words={restore.consequence} />}
          confirmLabel={restore.confirm}
          typeToConfirm={name}
          done={restore.done(name)}
          action={() => restoreWorldAction({ name })}
        >
          {restore.button}
        </ConfirmAction>
        <ConfirmAction
          size="sm"
          variant="danger-quiet"
          aria-label={forget.label(name)}
          title={forget.title(name)}
          consequence={forget.consequence}
          confirmLabel={forget.confirm}
          done={forget.done(name)}
          action={() => forgetWorldAction({ name })}
        >
          {forget.button}
        </ConfirmAction>
      </span>
    </Td>
  </TableRow>
);

/** What goes, and what the desk itself does not forget. */
export const WorldConsequence = ({ words }: { words: string }) => (
  <div className="grid gap-2">
    <p>{words}</p>
    <p>{text.deskAfterwards}</p>
  </div>
);
