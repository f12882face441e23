import { Alert } from "@/components/ui/alert";
import { CopyId } from "@/components/ui/copy-id";
import { assetsText } from "@/lib/messages/assets";

const { unreadable: text } = assetsText;

/** Granted assets about which AMP has no answer now: they are missing on the page and not gone. */
export function UnreadableAssets({ assetUuids }: { assetUuids: string[] }) {
  if (assetUuids.length === 0) return null;
  return (
    <Alert tone="waiting" title={text.title(assetUuids.length)}>
      <p>{text.text}</p>
      <ul>
        {assetUuids.map((assetUuid) => (
          <li key={assetUuid}>
            <CopyId value={assetUuid} label={assetsText.columns.assetUuid} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
