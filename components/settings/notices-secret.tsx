import { Alert } from "@/components/ui/alert";
import { CopyId } from "@/components/ui/copy-id";
import { noticesText } from "@/lib/messages/notices";

const { secret: text } = noticesText;

/** Stands here until the page is left. */
export const NoticesSecret = ({ secret }: { secret: string }) => (
  <Alert tone="info" title={text.title} safe={text.shownOnce}>
    <div className="grid gap-2">
      <CopyId value={secret} label={text.label} full />
      <p>{text.how}</p>
    </div>
  </Alert>
);
