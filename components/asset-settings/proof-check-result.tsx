import { Alert } from "@/components/ui/alert";
import { BlockTime } from "@/components/ui/block-time";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ByteWindow, ProofCheck, ProofComparison } from "@/lib/domain/domain-proof";
import { domainProofText as text } from "@/lib/messages/domain-proof";

/** What one look at the domain's file has shown, and what to do about it. */
export function ProofCheckResult({ check }: { check: ProofCheck }) {
  return (
    <div className="grid gap-2">
      <Outcome check={check} />
      <p className="text-muted-foreground text-xs">
        {text.asOf} <BlockTime at={check.checkedAt} />
      </p>
    </div>
  );
}

function Outcome({ check }: { check: ProofCheck }) {
  switch (check.outcome) {
    case "unreadable":
      return <Alert tone="blocked" title={text.unreadable[check.problem]} />;
    case "redirect":
      return (
        <Alert tone="blocked" title={text.redirect(check.status)}>
          {check.location && <p className="break-all">{text.redirectTo(check.location)}</p>}
          <p>{text.redirectText}</p>
        </Alert>
      );
    case "status":
      return (
        <Alert tone="blocked" title={text.status(check.status)}>
          {text.statusText[check.status] ?? text.statusOther}
        </Alert>
      );
    case "found":
      return <Found {...check} />;
  }
}

function Found({ comparison, contentType, sizeBytes }: Extract<ProofCheck, { outcome: "found" }>) {
  const { fault, hasTrailingSpace, difference } = comparison;
  const oddType = contentType !== null && !/^(text\/plain|application\/octet-stream)\b/i.test(contentType);
  const notes = [
    ...(hasTrailingSpace ? [text.trailing] : []),
    ...(oddType ? [text.type(contentType)] : []),
  ].map((note) => <p key={note}>{note}</p>);
  if (fault === null) {
    return (
      <Alert tone="ok" title={text.accepted}>
        <p>{text.acceptedText(sizeBytes)}</p>
        {notes}
      </Alert>
    );
  }
  return (
    <div className="grid gap-3">
      <Alert tone="blocked" title={text.faultTitle}>
        <p>{text.faults[fault]}</p>
        {notes}
      </Alert>
      {difference && <Difference difference={difference} />}
    </div>
  );
}

function Difference({ difference }: { difference: NonNullable<ProofComparison["difference"]> }) {
  const title = text.difference(difference.offset);
  const row = (label: string, { hex, text: shown }: ByteWindow) => (
    <TableRow>
      <Th scope="row">{label}</Th>
      <Td label={text.bytes}>
        {hex === "" ? <span className="text-muted-foreground">{text.end}</span> : <code>{hex}</code>}
      </Td>
      <Td label={text.asText}>
        <code className="whitespace-pre">{shown}</code>
      </Td>
    </TableRow>
  );
  return (
    <div className="overflow-hidden rounded-lg border border-border">
      <p className="px-4 py-2 font-medium">{title}</p>
      <Table caption={title}>
        <TableHead>
          <Th>
            <span className="sr-only">{text.bytes}</span>
          </Th>
          <Th>{text.bytes}</Th>
          <Th>{text.asText}</Th>
        </TableHead>
        <TableBody>
          {row(text.expected, difference.expected)}
          {row(text.found, difference.found)}
        </TableBody>
      </Table>
    </div>
  );
}
