import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ManagerAccess } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { routes } from "@/lib/routes";

const { access: text } = managersText;

interface AccessCardProps {
  title: string;
  access: ManagerAccess;
  /** With the issuer's account, which may do what AMP refuses to the manager's. */
  decidesRequests?: boolean;
}

/** A manager's part in words, as AMP's list of paths gives it. */
export function AccessCard({ title, access, decidesRequests = false }: AccessCardProps) {
  return (
    <Card>
      <CardHeader title={title} description={text.lead} />
      <CardBody className="grid gap-4 text-sm">
        {decidesRequests && (
          <Alert tone="waiting" title={text.decides}>
            <p>{text.decidesText}</p>
            <Link href={routes.portalSettings} className="text-link underline-offset-2 hover:underline">
              {text.toPortal}
            </Link>
          </Alert>
        )}
        <Part title={text.everywhere} words={access.everywhere} />
        <Part title={text.granted} words={access.granted} />
        <details>
          <summary className="cursor-pointer text-link text-sm">
            {text.showNever(access.never.length)}
          </summary>
          <Words words={access.never} />
        </details>
      </CardBody>
    </Card>
  );
}

const Part = ({ title, words }: { title: string; words: string[] }) => (
  <section>
    <h3 className="font-medium">{title}</h3>
    <Words words={words} />
  </section>
);

const Words = ({ words }: { words: string[] }) => (
  <ul className="mt-1.5 grid list-disc gap-0.5 ps-5 text-muted-foreground text-xs">
    {words.map((word) => (
      <li key={word}>{word}</li>
    ))}
  </ul>
);
