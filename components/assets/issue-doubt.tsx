import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { issueText } from "@/lib/messages/issue";
import { routes } from "@/lib/routes";
import type { Issue } from "./use-issue";

/** The second word that is needed where nobody vouches for the addresses, and where the asset may be there already. */
export function IssueDoubt({ doubt, isAccepted, accept }: Pick<Issue, "doubt" | "isAccepted" | "accept">) {
  if (doubt === null) return null;
  const { doubts } = issueText;
  return (
    <Alert tone="blocked" title={doubts[doubt.reason].title}>
      <p>{doubts[doubt.reason].text}</p>
      <ul className="my-2 grid gap-1">
        {doubt.reason === "twin"
          ? doubt.assets.map(({ assetUuid, name, ticker }) => (
              <li key={assetUuid}>
                <Link
                  href={routes.asset(assetUuid)}
                  target="_blank"
                  className="text-link underline underline-offset-2"
                >
                  {ticker ? `${name} (${ticker})` : name}
                </Link>
              </li>
            ))
          : doubt.addresses.map((address) => (
              <li key={address}>
                <code className="break-all text-xs">{address}</code>
              </li>
            ))}
      </ul>
      <Checkbox
        label={doubt.reason === "twin" ? doubts.acceptTwin : doubts.accept}
        hint={doubts.acceptHint}
        checked={isAccepted}
        onChange={(event) => accept(event.target.checked)}
      />
    </Alert>
  );
}
