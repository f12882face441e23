import Download from "lucide-react/icons/download";
import { buttonVariants } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { IMPORT_COLUMNS } from "@/lib/domain/user-import";
import { importTemplate, TEMPLATE_NAME } from "@/lib/domain/user-import-template";
import { userImportText } from "@/lib/messages/user-import";

const { columns: text } = userImportText;

export const ImportColumns = () => (
  <Card>
    <CardHeader title={text.title} description={text.description} />
    <CardBody className="grid justify-items-start gap-4">
      <KeyValues>
        {IMPORT_COLUMNS.map((name) => (
          <KeyValue key={name} term={<code>{text.names[name]}</code>}>
            {text.about[name]}
          </KeyValue>
        ))}
      </KeyValues>
      <p className="text-muted-foreground text-xs">{text.passed}</p>
      <a
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(importTemplate())}`}
        download={TEMPLATE_NAME}
        className={buttonVariants()}
      >
        <Download aria-hidden />
        {text.template}
      </a>
    </CardBody>
  </Card>
);
