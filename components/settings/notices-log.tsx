import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { CardBody } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { DeliveryState, NoticesView } from "@/lib/domain/notices";
import type { ListState } from "@/lib/list-state";
import { noticesText } from "@/lib/messages/notices";

const { log: text, channels } = noticesText;
const TONES = {
  waiting: "waiting",
  sent: "ok",
  dead: "danger",
  obsolete: "neutral",
} as const satisfies Record<DeliveryState, string>;

/** The last messages, each with how it ended. */
export function NoticesLog({
  deliveries,
  state: list,
}: Pick<NoticesView, "deliveries"> & { state: ListState }) {
  return (
    <section className="border-border border-t">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-1">
        <h3 className="font-medium text-sm">{text.title}</h3>
        {deliveries.length > 0 && <ExportButton list="notices" state={list} />}
      </div>
      {deliveries.length === 0 ? (
        <CardBody className="pt-1">
          <p className="text-muted-foreground text-sm">{text.none}</p>
        </CardBody>
      ) : (
        <Table caption={text.title}>
          <TableHead>
            <Th>{text.columns.at}</Th>
            <Th>{text.columns.channel}</Th>
            <Th>{text.columns.about}</Th>
            <Th>{text.columns.state}</Th>
          </TableHead>
          <TableBody>
            {deliveries.map(({ id, createdAt, channel, isTest, count, state, tries, problem }) => (
              <TableRow key={id}>
                <Td label={text.columns.at}>
                  <BlockTime at={createdAt} />
                </Td>
                <Td label={text.columns.channel}>{channels[channel]}</Td>
                <Td label={text.columns.about}>{isTest ? text.test : text.about(count)}</Td>
                <Td label={text.columns.state}>
                  <Status tone={TONES[state]}>
                    {text.states[state]}
                    {tries > 1 && `, ${text.tries(tries)}`}
                  </Status>
                  {problem && <p className="ms-4 text-muted-foreground text-xs">{problem}</p>}
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
