import { Card, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import type { FaultTargets } from "@/lib/contracts/control-faults";
import { FAULT_PRESETS, type FaultPreset } from "@/lib/domain/faults";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";

const { presets: text } = sandboxFaultsText;
const load = () => import("./fault-dialog").then((module) => module.FaultDialog);
const PRESETS = Object.keys(FAULT_PRESETS) as FaultPreset[];

/** The troubles worth trying first, in words. */
export const FaultPresets = ({ targets }: { targets: FaultTargets }) => (
  <Card>
    <CardHeader title={text.title} description={text.description} />
    <ul className="grid gap-px overflow-hidden rounded-b-lg bg-border sm:grid-cols-2">
      {PRESETS.map((preset) => (
        <li key={preset} className="flex items-start justify-between gap-4 bg-card px-4 py-3">
          <span className="grid gap-0.5">
            <span className="font-medium text-sm">{text.titles[preset]}</span>
            <span className="text-muted-foreground text-xs">{text.texts[preset]}</span>
          </span>
          <DialogButton
            load={load}
            dialog={{ targets, draft: FAULT_PRESETS[preset] }}
            size="sm"
            aria-label={text.buttonFor(text.titles[preset])}
          >
            {text.button}
          </DialogButton>
        </li>
      ))}
    </ul>
  </Card>
);
