"use client";

import { useSyncExternalStore } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { shortcutsText } from "@/lib/messages/shortcuts";
import { shortcutSetting } from "@/lib/shortcuts";

const { dialog: text } = shortcutsText;

/** Keys without a modifier can be switched off (WCAG 2.1.4). */
export function ShortcutsSwitch() {
  const isOn = useSyncExternalStore(shortcutSetting.watch, shortcutSetting.isOn, () => true);
  return (
    <Checkbox
      label={text.isOn}
      hint={text.isOnHint}
      checked={isOn}
      onChange={(event) => shortcutSetting.set(event.target.checked)}
    />
  );
}
