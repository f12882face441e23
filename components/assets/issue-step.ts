import type { IssueDraft } from "@/lib/domain/issue-draft";
import type { FieldErrors } from "@/lib/errors";

/** What every step of the wizard is given. */
export interface IssueStepProps {
  draft: IssueDraft;
  change: (part: Partial<IssueDraft>) => void;
  /** What is wrong with the entries of this step, once it was looked at. */
  errors: FieldErrors;
}
