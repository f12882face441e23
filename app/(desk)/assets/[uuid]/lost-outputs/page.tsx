import type { Metadata } from "next";
import { ErrorAlert } from "@/components/data/error-alert";
import { Retry } from "@/components/data/retry";
import { LostOutputs } from "@/components/lost-outputs/lost-outputs";
import { lostOutputsText } from "@/lib/messages/lost-outputs";
import { pageData } from "@/server/doors/page-data";
import { readLostOutputs } from "@/server/services/lost-outputs";

export const metadata: Metadata = { title: lostOutputsText.title };

export default async function LostOutputsPage({ params }: PageProps<"/assets/[uuid]/lost-outputs">) {
  const { uuid } = await params;
  const page = await pageData((actor) => readLostOutputs(actor, uuid));
  if (!page.ok)
    return <ErrorAlert error={page.error} action={page.error.code !== "FORBIDDEN" && <Retry />} />;
  return <LostOutputs view={page.data} />;
}
