import type { Metadata } from "next";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/data/query-provider";
import { ToastHost } from "@/components/ui/toast";
import { investText } from "@/lib/messages/invest";

export const generateMetadata = (): Metadata => ({
  title: { default: investText.title, template: investText.titleTemplate("%s") },
  description: investText.welcome.lead,
});

/** Each page brings its own header, because only the page knows the issuer and with it the environment. */
export default function InvestLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-3 py-2 font-medium text-primary-foreground text-sm focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {investText.skip}
      </a>
      {children}
      <ToastHost />
    </QueryProvider>
  );
}
