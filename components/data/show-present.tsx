import { Button } from "@/components/ui/button";
import { overtakenText } from "@/lib/messages/overtaken";

/** Puts what is saved by now into the fields, in the place of what was entered. */
export const ShowPresent = ({ onShow }: { onShow: () => void }) => (
  <div>
    <Button size="sm" onClick={onShow}>
      {overtakenText.showPresent}
    </Button>
  </div>
);
