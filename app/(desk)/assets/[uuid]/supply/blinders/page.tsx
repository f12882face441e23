import type { Metadata } from "next";
import { BlindersReview } from "@/components/blinders/blinders-review";
import { PageFailure } from "@/components/data/page-failure";
import { ReadAt } from "@/components/data/read-at";
import { promptly } from "@/components/ui/promptly";
import { blindersText } from "@/lib/messages/blinders";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { previewBlinders } from "@/server/services/blinders";

export const generateMetadata = (): Metadata => ({ title: blindersText.title });

export default promptly(async function BlindersPage({ params }: PageProps<"/assets/[uuid]/supply/blinders">) {
  const { uuid } = await params;
  const page = await pageData((actor) => previewBlinders(actor, uuid));
  if (!page.ok) return <PageFailure title={blindersText.title} error={page.error} />;
  return (
    <div className="grid gap-5">
      <ReadAt asOf={page.asOf} />
      <BlindersReview preview={page.data} intentId={newIntentId()} />
    </div>
  );
});
