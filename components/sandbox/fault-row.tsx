"use client";

import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import type { Fault } from "@/lib/contracts/control-faults";
import { sandboxFaultsText as text } from "@/lib/messages/sandbox-faults";
import { notify } from "@/lib/notify";
import { removeFaultAction } from "@/server/actions/sandbox-faults";
import { optionWords, targetWords } from "./fault-words";

const { columns, remove } = text;

export function FaultTableRow({ fault }: { fault: Fault }) {
  const options = optionWords(fault);
  const name = text.kinds[fault.kind];
  return (
    <TableRow>
      <RowTitle>
        {name}
        {options && <span className="block font-normal text-muted-foreground text-xs">{options}</span>}
      </RowTitle>
      <Td label={columns.target}>
        <span className="inline-flex flex-wrap items-center gap-2">
          <Badge>{text.surfaces[fault.surface]}</Badge>
          <span className="min-w-0 break-all">{targetWords(fault.target)}</span>
        </span>
      </Td>
      <Td label={columns.skip}>{text.passes(fault.skip)}</Td>
      <Td label={columns.remaining}>
        {fault.remaining === null ? text.endless : text.left(fault.remaining)}
      </Td>
      <Td fit>
        <RemoveFault id={fault.id} label={remove.label(name)} />
      </Td>
    </TableRow>
  );
}

function RemoveFault({ id, label }: { id: number; label: string }) {
  const { submit, isPending, error } = useSubmit(removeFaultAction, () =>
    notify({ tone: "ok", title: remove.done }),
  );
  return (
    <>
      <Button size="sm" loading={isPending} aria-label={label} onClick={() => submit({ id })}>
        {remove.button}
      </Button>
      <FormAlert error={error} />
    </>
  );
}
