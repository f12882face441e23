import { Alert } from "@/components/ui/alert";
import { accountText } from "@/lib/messages/account";

const { breaks: text } = accountText;

/** Who is cut off when the account gets a new token, said before it does. */
export function WhatBreaks({
  hasNewPassword = false,
  openOperations,
}: {
  hasNewPassword?: boolean;
  openOperations: number;
}) {
  const lines = hasNewPassword ? [...text.lines, text.withPassword] : text.lines;
  return (
    <Alert tone="blocked" title={text.title} safe={text.goesOn}>
      <ul className="grid list-disc gap-1 ps-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {openOperations > 0 && <li>{text.open(openOperations)}</li>}
      </ul>
    </Alert>
  );
}
