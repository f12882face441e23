import { CopyId } from "@/components/ui/copy-id";
import { auditText } from "@/lib/messages/audit";

const LONG = 24;

/** Who did it: a name of the desk, or the wallet of an investor, which is longer than a phone is wide. */
export function PersonName({ name }: { name: string }) {
  const words = name.split(" ");
  // A column that may break names anywhere is made as narrow as three letters.
  if (words.every(({ length }) => length <= LONG)) return name;
  if (words.length > 1) return <span className="wrap-anywhere">{name}</span>;
  return <CopyId value={name} label={auditText.columns.person} className="-my-0.5" />;
}
