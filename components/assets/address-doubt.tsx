import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { issueText } from "@/lib/messages/issue";
import type { Issue } from "./use-issue";

/** The second word that is needed where nobody vouches for the addresses. */
export function AddressDoubt({ doubt, isAccepted, accept }: Pick<Issue, "doubt" | "isAccepted" | "accept">) {
  if (doubt === null) return null;
  const { doubts } = issueText;
  return (
    <Alert tone="blocked" title={doubts[doubt.reason].title}>
      <p>{doubts[doubt.reason].text}</p>
      <ul className="my-2 grid gap-1">
        {doubt.addresses.map((address) => (
          <li key={address}>
            <code className="break-all text-xs">{address}</code>
          </li>
        ))}
      </ul>
      <Checkbox
        label={doubts.accept}
        hint={doubts.acceptHint}
        checked={isAccepted}
        onChange={(event) => accept(event.target.checked)}
      />
    </Alert>
  );
}
