import { LanguageChoice } from "@/components/shell/language-choice";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { settingsText } from "@/lib/messages/settings";
import type { Theme } from "@/lib/theme";
import { ShortcutsSwitch } from "./shortcuts-switch";

const { appearance: text } = settingsText;

export function AppearanceCard({ theme }: { theme: Theme }) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid gap-4 text-sm">
        <div className="flex items-center justify-between gap-4">
          <span className="font-medium">{text.theme}</span>
          <ThemeSwitch initial={theme} />
        </div>
        <div className="flex items-center justify-between gap-4">
          <span className="font-medium">{text.language}</span>
          <LanguageChoice />
        </div>
        <ShortcutsSwitch />
      </CardBody>
    </Card>
  );
}
