import type { Route } from "next";
import { DeskShell } from "@/components/shell/desk-shell";
import { shellText } from "@/lib/messages/shell";

async function out() {
  "use server";
}
export default async function L({ children }: { children: React.ReactNode }) {
  const n = shellText.nav;
  const nav = [
    {
      items: [
        { href: "/gallery-u" as Route, label: n.overview, icon: "overview" as const },
        { href: "/assets" as Route, label: n.assets, icon: "assets" as const },
      ],
    },
    {
      label: "People",
      items: [
        { href: "/users" as Route, label: n.users, icon: "users" as const },
        { href: "/categories" as Route, label: n.categories, icon: "categories" as const },
        { href: "/managers" as Route, label: n.managers, icon: "managers" as const, count: 2 },
      ],
    },
    {
      label: "Operations",
      items: [
        { href: "/treasury" as Route, label: n.treasury, icon: "treasury" as const },
        { href: "/audit" as Route, label: n.audit, icon: "audit" as const },
        { href: "/settings" as Route, label: n.settings, icon: "settings" as const },
        { href: "/sandbox" as Route, label: n.sandbox, icon: "sandbox" as const },
      ],
    },
  ];
  return (
    <DeskShell
      actor={{
        role: "issuer",
        username: "issuer",
        environment: (process.env.GENV as never) ?? "live",
        workspaceName: "Northwind Capital",
      }}
      nav={nav}
      signOutAction={out}
      status={<span>Block 3,214,567</span>}
    >
      {children}
    </DeskShell>
  );
}
