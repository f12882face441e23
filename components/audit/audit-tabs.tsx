import { Tabs } from "@/components/ui/tabs";
import { auditText } from "@/lib/messages/audit";
import { routes } from "@/lib/routes";

const { tabs } = auditText;
const tabList = () => [
  { href: routes.audit, label: tabs.entries },
  { href: routes.calls, label: tabs.calls },
];

export const AuditTabs = () => <Tabs label={tabs.label} tabs={tabList()} />;
