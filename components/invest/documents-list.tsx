import FileText from "lucide-react/icons/file-text";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { InvestorDocument } from "@/lib/domain/documents";
import { formatSize } from "@/lib/format/sizes";
import { documentsText as text } from "@/lib/messages/invest-documents";

const { columns } = text;

/** What this wallet put on IPFS. */
export function DocumentsList({ documents }: { documents: InvestorDocument[] }) {
  return (
    <Card>
      <CardHeader title={text.listTitle} />
      {documents.length === 0 ? (
        <EmptyState icon={<FileText aria-hidden />} title={text.none}>
          {text.noneText}
        </EmptyState>
      ) : (
        <Table caption={text.listTitle}>
          <TableHead>
            <Th>{columns.name}</Th>
            <Th>{columns.cid}</Th>
            <Th numeric>{columns.size}</Th>
            <Th>{columns.at}</Th>
          </TableHead>
          <TableBody>
            {documents.map(({ cid, name, sizeBytes, uploadedAt }) => (
              <TableRow key={cid}>
                <RowTitle className="break-words">{name}</RowTitle>
                <Td label={columns.cid}>
                  <CopyId value={cid} label={text.cid} ends={8} />
                </Td>
                <Td label={columns.size} numeric>
                  {formatSize(sizeBytes)}
                </Td>
                <Td label={columns.at}>
                  <BlockTime at={uploadedAt} />
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
