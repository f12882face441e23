import { CopyId } from "@/components/ui/copy-id";
import { auditText } from "@/lib/messages/audit";

const LONG = 24;

/** Who did it: a name of the desk, or the wallet of an investor, which is longer than a phone is wide. */
export const PersonName = ({ name }: { name: string }) =>
  name.length > LONG && !name.includes(" ") ? (
    <CopyId value={name} label={auditText.columns.person} className="-my-0.5" />
  ) : (
    <span className="[overflow-wrap:anywhere]">{name}</span>
  );
