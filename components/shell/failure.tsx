"use client";

import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { shellText } from "@/lib/messages/shell";
import { HOME } from "@/lib/nav";

/** What a page shows when it could not be put together. The digest is what the log knows the cause by. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const text = shellText.errors;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <div className="mx-auto max-w-2xl px-4 py-10">
      <h1 className="mb-4 font-semibold text-xl">{text.title}</h1>
      <Alert
        tone="danger"
        title={text.what}
        safe={text.safe}
        action={
          <>
            <Button variant="primary" onClick={retry}>
              {text.retry}
            </Button>
            <ButtonLink href={HOME}>{text.home}</ButtonLink>
          </>
        }
        reference={digest && text.reference(digest)}
      />
    </div>
  );
}
