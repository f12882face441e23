import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { DEFAULT_LIMIT } from "@/lib/contracts/list";
import type { JournalLine, JournalPage } from "@/lib/domain/journal";
import type { ListState } from "@/lib/list-state";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { routes } from "@/lib/routes";
import { JournalFacts } from "./journal-facts";
import { useJournal } from "./use-journal";

const { journal: text } = distributionRunText;

/** As `workspaceFiles` has it, without the table of all lists among the page's scripts. */
const fileOf = (operation: string): ListState => ({
  path: routes.treasury,
  query: { limit: DEFAULT_LIMIT, filters: { operation } },
  defaultSort: undefined,
});

const hasFacts = ({ detail }: JournalLine) => Object.values(detail).some((value) => value !== undefined);

/** What was written down before and after each step. */
export function OperationJournal({ operationId, journal }: { operationId: string; journal: JournalPage }) {
  const { lines, more } = useJournal(operationId, journal);
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead}
        actions={<ExportButton list="journal" state={fileOf(operationId)} />}
      />
      {more}
      <Table caption={text.title}>
        <TableHead>
          <Th>{text.step}</Th>
          <Th>{text.phase}</Th>
          <Th>{text.detail}</Th>
          <Th>{text.at}</Th>
        </TableHead>
        <TableBody>
          {lines.map((entry) => (
            <TableRow key={String(entry.id)}>
              <RowTitle>{text.steps[entry.step] ?? entry.step}</RowTitle>
              <Td label={text.phase}>
                <Status tone={entry.phase === "intent" ? "waiting" : "info"}>
                  {text.phases[entry.phase]}
                </Status>
              </Td>
              <Td label={text.detail} className={hasFacts(entry) ? "" : "max-sm:hidden"}>
                <JournalFacts detail={entry.detail} />
              </Td>
              <Td label={text.at}>
                <BlockTime at={entry.at} />
              </Td>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
