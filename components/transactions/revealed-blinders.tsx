import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { DialogButton } from "@/components/ui/dialog-button";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { RevealedTransaction, RevealedBlinders as Row } from "@/lib/domain/transactions";
import { transactionsText } from "@/lib/messages/transactions";

const { blinders: text } = transactionsText;
const load = () => import("./open-unblinded-dialog").then((module) => module.OpenUnblindedDialog);
const loadFragment = () => import("./show-fragment-dialog").then((module) => module.ShowFragmentDialog);

export function RevealedBlinders({ revealed }: { revealed: RevealedTransaction }) {
  const { inputs, outputs, fragment, unblindedUrl } = revealed;
  const rows = [
    ...inputs.map((row) => ({ ...row, name: text.input(row.place) })),
    ...outputs.map((row) => ({ ...row, name: text.output(row.place) })),
  ];
  return (
    <>
      <Table caption={text.title}>
        <TableHead>
          <Th>{transactionsText.sides.place}</Th>
          <Th>{text.amount}</Th>
          <Th>{text.asset}</Th>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <BlinderRow key={row.name} row={row} name={row.name} />
          ))}
        </TableBody>
      </Table>
      <CardBody className="grid gap-3 border-border border-t">
        {fragment === null ? (
          <Alert tone="waiting" title={text.noneKnown} />
        ) : (
          <Unblinded fragment={fragment} url={unblindedUrl} />
        )}
        <p className="text-muted-foreground text-xs">{text.shownUntil}</p>
      </CardBody>
    </>
  );
}

const BlinderRow = ({ row, name }: { row: Row; name: string }) => (
  <TableRow>
    <Td label={transactionsText.sides.place}>{name}</Td>
    <Td label={text.amount}>
      <Blinder value={row.amountBlinder} label={text.amount} />
    </Td>
    <Td label={text.asset}>
      <Blinder value={row.assetBlinder} label={text.asset} />
    </Td>
  </TableRow>
);

const Blinder = ({ value, label }: { value: string | null; label: string }) =>
  value === null ? (
    <span className="text-muted-foreground">{text.unknown}</span>
  ) : (
    <CopyId value={value} label={label} ends={8} />
  );

function Unblinded({ fragment, url }: { fragment: string; url: string | null }) {
  if (url === null) return <HiddenFragment fragment={fragment} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <span className="font-medium">{text.link}</span>
      <DialogButton load={load} dialog={{ url }} size="sm">
        {text.open}
      </DialogButton>
    </div>
  );
}

function HiddenFragment({ fragment }: { fragment: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="grid justify-items-start gap-1 text-sm">
      <p className="font-medium">{text.fragment}</p>
      {isShown ? (
        <CopyId value={fragment} label={text.fragment} ends={20} />
      ) : (
        <DialogButton load={loadFragment} dialog={{ onShow: () => setShown(true) }} size="sm">
          {text.showFragment}
        </DialogButton>
      )}
      <p className="text-muted-foreground text-xs">{text.fragmentHint}</p>
    </div>
  );
}
