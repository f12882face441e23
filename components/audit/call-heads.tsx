import { Th } from "@/components/ui/table";
import { callsText } from "@/lib/messages/calls";

const { columns } = callsText;

export const CallHeads = () => (
  <>
    <Th>{columns.at}</Th>
    <Th>{columns.call}</Th>
    <Th>{columns.status}</Th>
    <Th numeric>{columns.duration}</Th>
    <Th numeric>{columns.answer}</Th>
    <Th>{columns.person}</Th>
    <Th>{columns.requestId}</Th>
  </>
);
