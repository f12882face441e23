import type { Metadata } from "next";
import { AssignmentFacts } from "@/components/assignments/assignment-facts";
import { PartFailure } from "@/components/data/part-failure";
import { BackLink } from "@/components/ui/back-link";
import { Freshness } from "@/components/ui/freshness";
import { promptly } from "@/components/ui/promptly";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { may } from "@/lib/policy";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { readAssignment } from "@/server/services/assignment-view";

type Props = PageProps<"/assets/[uuid]/assignments/[assignment]">;

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: assignmentViewText.title((await params).assignment),
});

export default promptly(async function AssignmentPage({ params }: Props) {
  const { uuid, assignment } = await params;
  const page = await pageData((actor) => readAssignment(actor, uuid, assignment));
  if (!page.ok) return <PartFailure error={page.error} />;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <BackLink href={routes.assignments(uuid)}>{assignmentViewText.all}</BackLink>
        <Freshness freshness={{ asOf: page.asOf, source: "amp" }} />
      </div>
      <AssignmentFacts view={page.data} canWrite={may(page.actor.role, "assignment:write")} />
    </div>
  );
});
