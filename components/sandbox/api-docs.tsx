import ExternalLink from "lucide-react/icons/external-link";
import { buttonVariants } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { SandboxDocs } from "@/lib/domain/sandbox";
import { sandboxCallsText } from "@/lib/messages/sandbox-calls";

const { docs: text } = sandboxCallsText;

/** The way to the descriptions that the sandbox serves itself. */
export const ApiDocs = ({ docs }: { docs: SandboxDocs }) => (
  <Card>
    <CardHeader
      className="border-b-0"
      title={text.title}
      description={text.description}
      actions={
        <>
          {docs.amp && <DocsLink href={docs.amp} label={text.amp} />}
          <DocsLink href={docs.control} label={text.control} />
        </>
      }
    />
  </Card>
);

const DocsLink = ({ href, label }: { href: string; label: string }) => (
  <a href={href} target="_blank" rel="noreferrer" className={buttonVariants({ size: "sm" })}>
    {label}
    <ExternalLink aria-hidden className="size-3.5!" />
    <span className="sr-only">{text.newTab}</span>
  </a>
);
