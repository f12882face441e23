import Plus from "lucide-react/icons/plus";
import { EnvironmentBadge } from "@/components/shell/environment-badge";
import { Mark } from "@/components/shell/mark";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Figure, Figures } from "@/components/ui/figure";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { Select } from "@/components/ui/select";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { Textarea } from "@/components/ui/textarea";

const rows = Array.from({ length: 8 }, (_, i) => i);
export default function P() {
  return (
    <div className="grid gap-5">
      <div className="flex items-center justify-between">
        <h1 className="font-semibold text-xl">Assets</h1>
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Issue an asset
        </Button>
      </div>
      <Figures>
        <Figure label="In circulation" value="12,480,000.00" unit="NWB27" note="of 20,000,000.00 issued" />
        <Figure label="Holders" value="184" note="+6 this week" />
        <Figure label="Treasury" value="7,520,000.00" unit="NWB27" note="2,000.00 reserved" />
        <Figure label="For fees" value="0.01840021" unit="L-BTC" note="about 3,100 transactions" />
      </Figures>
      <Alert
        tone="danger"
        title="AMP did not answer"
        safe="Nothing was changed; the distribution waits where it stood."
        action={<Button size="sm">Try again</Button>}
        reference="Request 4f1c-77ab"
      >
        The request ran into its time limit of 10 seconds.
      </Alert>
      <div className="grid gap-3 md:grid-cols-3">
        <Alert tone="waiting" title="Waiting for 2 confirmations">
          1 of 2, about a minute to go.
        </Alert>
        <Alert tone="blocked" title="Asset is locked">
          Every transfer is rejected while the lock is on.
        </Alert>
        <Alert tone="ok" title="Authorised">
          AMP tracks this asset.
        </Alert>
        <Alert tone="info" title="One treasury operation at a time" />
        <Alert tone="neutral" title="History starts at block 3,201,114" />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary">Distribute</Button>
        <Button>Cancel</Button>
        <Button variant="ghost">More</Button>
        <Button variant="danger">Burn 500.00 NWB27</Button>
        <Button variant="danger-quiet">Delete</Button>
        <Button variant="link">A link</Button>
        <Button disabled>Disabled</Button>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <ButtonLink href="/gallery-u">Link button</ButtonLink>
        <Badge>Neutral</Badge>
        <Badge tone="info">Tracked</Badge>
        <Badge tone="ok">Authorised</Badge>
        <Badge tone="waiting">1 of 2</Badge>
        <Badge tone="blocked">Locked</Badge>
        <Badge tone="danger">Lost outputs</Badge>
        <Status tone="ok">Ready</Status>
        <Status tone="waiting">Waiting</Status>
        <Status tone="blocked">Blocked</Status>
        <Status tone="danger">Failed</Status>
        <Status tone="neutral">Later</Status>
        <Status tone="info">Running</Status><EnvironmentBadge environment="live" /><EnvironmentBadge environment="testnet" /><EnvironmentBadge environment="sandbox" /><Mark className="size-16!" />
      </div>
      <Card>
        <CardHeader
          title="All assets"
          description="As AMP lists them"
          actions={<Button size="sm">Export</Button>}
        />
        <Table caption="Assets">
          <TableHead>
            <Th>Name</Th>
            <Th>Ticker</Th>
            <Th>Asset id</Th>
            <Th>State</Th>
            <Th numeric>Holders</Th>
            <Th numeric>Treasury</Th>
            <Th numeric>Supply</Th>
          </TableHead>
          <TableBody>
            {rows.map((i) => (
              <TableRow key={i}>
                <RowTitle>Northwind Bond 20{27 + i}</RowTitle>
                <Td label="Ticker">NWB{27 + i}</Td>
                <Td label="Asset id">
                  <code>4f9c1d…77ab0{i}</code>
                </Td>
                <Td label="State">
                  <Status tone={(["ok", "waiting", "blocked", "danger"] as const)[i % 4]!}>
                    {["Ready", "1 of 2 confirmations", "Locked", "Lost outputs"][i % 4]}
                  </Status>
                </Td>
                <Td label="Holders" numeric>
                  {i * 37}
                </Td>
                <Td label="Treasury" numeric>
                  {(i * 12345).toLocaleString()}.00
                </Td>
                <Td label="Supply" numeric>
                  20,000,000.00
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <div className="grid gap-5 md:grid-cols-2">
        <Card>
          <CardHeader title="Identity" />
          <CardBody className="grid gap-3.5">
            <Field label="Name" hint="5 to 255 characters; cannot be changed later">
              <Input name="n" defaultValue="Nort" />
            </Field>
            <Field label="Ticker" error="A ticker has 3 to 5 letters, digits, points or hyphens.">
              <Input name="t" defaultValue="NW" />
            </Field>
            <Field label="Amount" aside="= 10,000 sats">
              <Input name="a" defaultValue="100.00" trailing="NWB27" />
            </Field>
            <Field label="Address" optional>
              <Input mono name="ad" placeholder="lq1…" />
            </Field>
            <Field label="Kind">
              <Select
                options={[
                  { value: "a", label: "Restricted" },
                  { value: "b", label: "Issuer-tracked" },
                ]}
              />
            </Field>
            <Field label="Memo">
              <Textarea />
            </Field>
            <Checkbox label="Ready for distribution" hint="AMP's default is not ready" defaultChecked />
            <Checkbox label="Locked" />
          </CardBody>
          <CardFooter>
            <Button>Back</Button>
            <Button variant="primary">Continue</Button>
          </CardFooter>
        </Card>
        <RadioGroup legend="Kind of asset" hint="Fixed for ever">
          <RadioCard
            name="k"
            title="Transfer-restricted"
            description="Every transfer needs AMP's signature: categories and rules decide."
            defaultChecked
            aside={<Badge tone="info">usual</Badge>}
          />
          <RadioCard
            name="k"
            title="Issuer-tracked"
            description="Holders move it freely; you see who holds it."
          />
        </RadioGroup>
      </div>
    </div>
  );
}
