import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { sandboxText } from "@/lib/messages/sandbox";

const { reorganise: text } = sandboxText;
const load = () => import("./reorganise-dialog").then((module) => module.ReorganiseDialog);

/** @param height of the newest block */
export const Reorganise = ({ height }: { height: number }) => (
  <Card>
    <CardHeader title={text.title} description={text.description} />
    <CardBody>
      <DialogButton load={load} dialog={{ height }} variant="danger-quiet">
        {text.button}
      </DialogButton>
    </CardBody>
  </Card>
);
