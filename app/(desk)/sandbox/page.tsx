import type { Metadata } from "next";
import { PageFailure } from "@/components/data/page-failure";
import { SandboxPanel } from "@/components/sandbox/sandbox-panel";
import { PageHeader } from "@/components/ui/page-header";
import { sandboxText } from "@/lib/messages/sandbox";
import { pageData } from "@/server/doors/page-data";
import { readSandbox } from "@/server/services/sandbox";

export const metadata: Metadata = { title: sandboxText.title };

/** In another environment the service says NOT_FOUND, which becomes the not-found page; a manager is told why not. */
export default async function SandboxPage() {
  const sandbox = await pageData(readSandbox);
  if (!sandbox.ok) return <PageFailure title={sandboxText.title} error={sandbox.error} />;
  return (
    <>
      <PageHeader title={sandboxText.title} description={sandboxText.description} />
      <SandboxPanel initial={sandbox.data} />
    </>
  );
}
