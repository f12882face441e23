import { Link } from "@/components/ui/link";
import type { AssignmentBlocker } from "@/lib/domain/assignment";
import { assignmentBlockersText } from "@/lib/messages/assignment-blockers";
import { routes } from "@/lib/routes";

interface BlockerMarksProps {
  assetUuid: string;
  userId: number;
  blockers: readonly AssignmentBlocker[];
}

/** What keeps a distribution from taking an assignment, each with the way to why and to its remedy. */
export const BlockerMarks = ({ assetUuid, userId, blockers }: BlockerMarksProps) =>
  blockers.map((blocker) => (
    <Link
      key={blocker}
      href={routes.whyNot(assetUuid, userId)}
      className="ms-2 font-normal text-blocked text-xs underline underline-offset-2"
    >
      {assignmentBlockersText[blocker]}
    </Link>
  ));
