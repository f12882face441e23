import { Badge } from "@/components/ui/badge";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { assignmentListText } from "@/lib/messages/assignment-list";
import { assignmentsText } from "@/lib/messages/assignments";

const { only: text } = assignmentListText;

interface AssignmentOnlyProps {
  filters: Readonly<Record<string, string>>;
  /** Of the page: one of them has the user's name. */
  rows: readonly AssignmentRow[];
}

/** Filters that a link has set; their words stand in the bar, and typing in another field keeps them. */
export function AssignmentOnly({ filters: { user, vests }, rows }: AssignmentOnlyProps) {
  const ofUser = rows.find((row) => String(row.registeredUser) === user);
  return (
    <>
      {user !== undefined && (
        <Only name="user" value={user}>
          {text.ofUser(ofUser?.userName ?? assignmentsText.unknownUser(Number(user)))}
        </Only>
      )}
      {vests !== undefined && (
        <Only name="vests" value={vests}>
          {vests === "vested" ? text.waiting : text.vestingAt(vests.slice(0, 16).replace("T", " "))}
        </Only>
      )}
    </>
  );
}

const Only = ({ name, value, children }: { name: string; value: string; children: string }) => (
  <>
    <input type="hidden" name={name} value={value} />
    <Badge>{children}</Badge>
  </>
);
