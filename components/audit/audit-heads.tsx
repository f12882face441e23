import { Th } from "@/components/ui/table";
import { auditText } from "@/lib/messages/audit";

const { columns } = auditText;

export const AuditHeads = () => (
  <>
    <Th>{columns.at}</Th>
    <Th>{columns.action}</Th>
    <Th>{columns.asset}</Th>
    <Th>{columns.person}</Th>
    <Th>{columns.outcome}</Th>
    <Th>{columns.requestId}</Th>
  </>
);
