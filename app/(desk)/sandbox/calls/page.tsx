import type { Metadata } from "next";
import { PartFailure } from "@/components/data/part-failure";
import { ApiDocs } from "@/components/sandbox/api-docs";
import { CallsTable } from "@/components/sandbox/calls-table";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { sandboxCallsText } from "@/lib/messages/sandbox-calls";
import { pageData } from "@/server/doors/page-data";
import { openSandbox } from "@/server/services/sandbox";
import { readCalls } from "@/server/services/sandbox-calls";

export const generateMetadata = (): Metadata => ({ title: sandboxCallsText.title });

export default promptly(async function CallsPage({ searchParams }: PageProps<"/sandbox/calls">) {
  const state = parseListState(await searchParams, sandboxLists.calls);
  const calls = await pageData((actor) => Promise.all([readCalls(actor, state.query), openSandbox(actor)]));
  if (!calls.ok) return <PartFailure error={calls.error} state={state} />;
  const [log, docs] = calls.data;
  return (
    <div className="grid gap-5">
      <ApiDocs docs={docs} />
      <CallsTable state={state} initial={log} />
    </div>
  );
});
