import type { ReactNode } from "react";
import { PageFailure } from "@/components/data/page-failure";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { sandboxText } from "@/lib/messages/sandbox";
import { routes } from "@/lib/routes";
import { pageData } from "@/server/doors/page-data";
import { openSandbox } from "@/server/services/sandbox";

/**
 * The frame of the sandbox's pages. In another environment the service says NOT_FOUND, which becomes the not-found page;
 * a manager is told why not.
 */
export default promptly(async function SandboxLayout({ children }: { children: ReactNode }) {
  const page = await pageData(openSandbox);
  if (!page.ok) return <PageFailure title={sandboxText.title} error={page.error} />;
  return (
    <>
      <PageHeader
        title={sandboxText.title}
        description={sandboxText.description}
        tabs={<Tabs label={sandboxText.tabs.label} tabs={tabList()} />}
      />
      {children}
    </>
  );
});

const { tabs } = sandboxText;
const tabList = (): Tab[] => [
  { href: routes.sandbox, label: tabs.chain },
  { href: routes.sandboxWallets, label: tabs.wallets },
  { href: routes.sandboxDecisions, label: tabs.decisions },
  { href: routes.sandboxFaults, label: tabs.faults },
  { href: routes.sandboxSwitches, label: tabs.switches },
  { href: routes.sandboxWorlds, label: tabs.worlds },
  { href: routes.sandboxCalls, label: tabs.calls },
];
