import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { issueText } from "@/lib/messages/issue";
import { routes } from "@/lib/routes";

const { attempt: text } = issueText;

/** After an answer that was lost, the form is spent: whoever has looked goes on with the same entries. */
export const NewAttempt = ({ onStart }: { onStart: () => void }) => (
  <Alert
    tone="info"
    title={text.title}
    action={
      <>
        <ButtonLink href={routes.assets}>{text.look}</ButtonLink>
        <Button onClick={onStart}>{text.start}</Button>
      </>
    }
  >
    {text.text}
  </Alert>
);
